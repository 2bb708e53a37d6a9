package org.strnet.dicom.gate;

import java.util.Optional;
import org.aoju.bus.image.Tag;
import org.strnet.dicom.film.FilmHeader;
import org.strnet.radiograph.NotAssessable;
import org.strnet.radiograph.NotAssessable.Reason;

/** Whether the object is a radiograph for presentation. */
final class ObjectClassCheck implements HeaderCheck {

  /** Computed Radiography Image Storage. */
  static final String COMPUTED_RADIOGRAPHY = "1.2.840.10008.5.1.4.1.1.1";

  /** Digital X-Ray Image Storage - For Presentation. */
  static final String DIGITAL_FOR_PRESENTATION = "1.2.840.10008.5.1.4.1.1.1.1";

  /** Digital X-Ray Image Storage - For Processing. */
  static final String DIGITAL_FOR_PROCESSING = "1.2.840.10008.5.1.4.1.1.1.1.1";

  /** Secondary Capture Image Storage. */
  static final String SECONDARY_CAPTURE = "1.2.840.10008.5.1.4.1.1.7";

  private final GateConfiguration configuration;

  ObjectClassCheck(GateConfiguration configuration) {
    this.configuration = configuration;
  }

  @Override
  public Optional<NotAssessable> refusal(FilmHeader header) {
    return switch (header.sopClassUid()) {
      case COMPUTED_RADIOGRAPHY, DIGITAL_FOR_PRESENTATION -> forProcessing(header);
      case DIGITAL_FOR_PROCESSING ->
          unless(configuration.forProcessing(), "a film for presentation", "raw detector data");
      case SECONDARY_CAPTURE ->
          unless(configuration.secondaryCapture(), "a radiograph", "a secondary capture");
      default ->
          Refusals.because(
              Reason.WRONG_OBJECT_CLASS,
              "a film is a CR or DX image, found SOP class %s",
              header.sopClassUid().replaceAll("[^0-9.]", "?"));
    };
  }

  private Optional<NotAssessable> forProcessing(FilmHeader header) {
    return header.code(Tag.PresentationIntentType).filter("FOR PROCESSING"::equals).isPresent()
        ? unless(configuration.forProcessing(), "a film for presentation", "raw detector data")
        : Optional.empty();
  }

  private static Optional<NotAssessable> unless(Policy policy, String wanted, String found) {
    return policy == Policy.ACCEPT
        ? Optional.empty()
        : Refusals.because(
            Reason.WRONG_OBJECT_CLASS, "the object must be %s, found %s", wanted, found);
  }
}
