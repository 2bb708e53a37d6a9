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
 * Whether the view is frontal: by View Position, else by View Code Sequence, else by the series'
 * descriptions. Descriptions of a study are not asked: they tell of all its views.
 */
final class ViewCheck implements HeaderCheck {

  /** Antero-posterior and postero-anterior, in SNOMED CT and SNOMED RT. */
  private static final Set<String> FRONTAL_CODES =
      Set.of("399348003", "272479007", "R-10206", "R-10214");

  private final GateConfiguration.View rules;

  ViewCheck(GateConfiguration configuration) {
    this.rules = configuration.view();
  }

  @Override
  public Optional<NotAssessable> refusal(FilmHeader header) {
    Optional<String> position = header.code(Tag.ViewPosition);
    if (position.isPresent()) {
      return rules.frontal().standIn(position.get())
          ? Optional.empty()
          : refused("found " + Refusals.shown(position.get()));
    }
    List<CodedEntry> codes = header.codes(Tag.ViewCodeSequence);
    if (!codes.isEmpty()) {
      return codes.stream().anyMatch(code -> FRONTAL_CODES.contains(code.value()))
          ? Optional.empty()
          : refused("found code " + Refusals.shown(codes.get(0).value()));
    }
    List<String> texts = Descriptions.ofSeries(header);
    if (texts.stream().anyMatch(rules.frontal()::standIn)) {
      return Optional.empty();
    }
    if (texts.stream().anyMatch(rules.other()::standIn)) {
      return refused("the series' description tells of another one");
    }
    return rules.missing() == Policy.ACCEPT
        ? Optional.empty()
        : refused("the header says nothing of it");
  }

  private static Optional<NotAssessable> refused(String found) {
    return Refusals.because(Reason.WRONG_VIEW, "the view must be frontal (AP or PA), %s", found);
  }
}
