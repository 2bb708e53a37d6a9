package org.strnet.dicom.gate;

import java.util.Optional;
import org.aoju.bus.image.Tag;
import org.strnet.dicom.film.BodySide;
import org.strnet.dicom.film.FilmHeader;
import org.strnet.radiograph.NotAssessable;
import org.strnet.radiograph.NotAssessable.Reason;

/** Whether the header says one thing of the side of the body. */
final class LateralityCheck implements HeaderCheck {

  private final GateConfiguration.Laterality rules;

  LateralityCheck(GateConfiguration configuration) {
    this.rules = configuration.laterality();
  }

  @Override
  public Optional<NotAssessable> refusal(FilmHeader header) {
    Optional<BodySide> image = header.code(Tag.ImageLaterality).flatMap(BodySide::of);
    Optional<BodySide> series = header.code(Tag.Laterality).flatMap(BodySide::of);
    if (image.isPresent() && series.isPresent() && contradict(image.get(), series.get())) {
      return Refusals.because(
          Reason.LATERALITY_UNCLEAR,
          "Image Laterality and Laterality must agree, found %s and %s",
          image.get().code(),
          series.get().code());
    }
    boolean known = image.isPresent() || series.isPresent();
    return known || rules.missing() == Policy.ACCEPT
        ? Optional.empty()
        : Refusals.because(
            Reason.LATERALITY_UNCLEAR, "the header must say which side it shows, it does not");
  }

  /** A series of both knees may hold a film of each. */
  private static boolean contradict(BodySide image, BodySide series) {
    return image != series && series != BodySide.BOTH;
  }
}
