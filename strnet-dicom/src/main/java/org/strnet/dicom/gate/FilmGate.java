package org.strnet.dicom.gate;

import java.util.List;
import java.util.Optional;
import org.aoju.bus.image.Tag;
import org.strnet.dicom.film.FilmHeader;
import org.strnet.radiograph.NotAssessable;
import org.strnet.radiograph.NotAssessable.Reason;

/** Asks a header whether its film is one to assess; the first objection decides. */
public final class FilmGate {

  private final GateConfiguration configuration;
  private final List<HeaderCheck> checks;

  /**
   * @param configuration which films the site assesses
   */
  public FilmGate(GateConfiguration configuration) {
    this.configuration = configuration;
    this.checks =
        List.of(
            new ObjectClassCheck(configuration),
            new BodyPartCheck(configuration),
            new ViewCheck(configuration),
            new LateralityCheck(configuration),
            new AgeCheck(configuration),
            new PixelShapeCheck(),
            this::burnedInAnnotation,
            this::implantOrCast);
  }

  /** Which films the site assesses. */
  public GateConfiguration configuration() {
    return configuration;
  }

  /** Why the film is not assessed; empty where nothing in its header speaks against it. */
  public Optional<NotAssessable> refusal(FilmHeader header) {
    return checks.stream().flatMap(check -> check.refusal(header).stream()).findFirst();
  }

  private Optional<NotAssessable> burnedInAnnotation(FilmHeader header) {
    boolean burnedIn = header.code(Tag.BurnedInAnnotation).filter("YES"::equals).isPresent();
    return burnedIn && configuration.burnedInAnnotation() == Policy.REFUSE
        ? Refusals.because(
            Reason.BURNED_IN_ANNOTATION,
            "pixels must hold no writing that may name the patient, the header says they do")
        : Optional.empty();
  }

  private Optional<NotAssessable> implantOrCast(FilmHeader header) {
    boolean described =
        Descriptions.ofSeries(header).stream().anyMatch(configuration.implantOrCast()::standIn);
    return described
        ? Refusals.because(
            Reason.IMPLANT_OR_CAST,
            "the knee must be free of metal and plaster, the series' description tells of some")
        : Optional.empty();
  }
}
