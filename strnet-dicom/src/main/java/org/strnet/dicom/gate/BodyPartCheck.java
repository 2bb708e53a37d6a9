package org.strnet.dicom.gate;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.aoju.bus.image.Tag;
import org.strnet.dicom.film.CodedEntry;
import org.strnet.dicom.film.FilmHeader;
import org.strnet.radiograph.NotAssessable;
import org.strnet.radiograph.NotAssessable.Reason;

/**
 * Whether the header says that the knee was examined: by Body Part Examined, else by Anatomic
 * Region Sequence, else by the descriptions. A body part that says too little is none.
 */
final class BodyPartCheck implements HeaderCheck {

  /** SNOMED CT and SNOMED RT codes of the knee, the knee joint and the whole lower leg region. */
  private static final Set<String> KNEE_CODES =
      Set.of("72696002", "49076000", "T-D9200", "T-15720");

  private final GateConfiguration.BodyPart rules;

  BodyPartCheck(GateConfiguration configuration) {
    this.rules = configuration.bodyPart();
  }

  @Override
  public Optional<NotAssessable> refusal(FilmHeader header) {
    Optional<String> stated =
        header.code(Tag.BodyPartExamined).filter(part -> !rules.unspecific().are(part));
    if (stated.isPresent()) {
      return rules.knee().standIn(stated.get())
          ? Optional.empty()
          : Refusals.because(
              Reason.WRONG_BODY_PART,
              "the body part must be the knee, found %s",
              Refusals.shown(stated.get()));
    }
    List<CodedEntry> regions = header.codes(Tag.AnatomicRegionSequence);
    if (!regions.isEmpty()) {
      return regions.stream().anyMatch(region -> KNEE_CODES.contains(region.value()))
          ? Optional.empty()
          : Refusals.because(
              Reason.WRONG_BODY_PART,
              "the anatomic region must be the knee, found code %s",
              Refusals.shown(regions.get(0).value()));
    }
    boolean described = Descriptions.ofStudy(header).stream().anyMatch(rules.knee()::standIn);
    return described || rules.missing() == Policy.ACCEPT
        ? Optional.empty()
        : Refusals.because(
            Reason.WRONG_BODY_PART, "the header must say that the knee was examined, it does not");
  }
}
