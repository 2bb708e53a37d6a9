package org.strnet.report;

import java.util.EnumMap;
import java.util.Map;
import org.strnet.decision.Decision;
import org.strnet.network.HeadTargets;

/** How many films came to what. */
final class OutcomeCounts {

  private enum Outcome {
    REFER,
    NOT_FLAGGED,
    NOT_ASSESSABLE,
    FAILED
  }

  private final Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);

  void add(FilmResult result) {
    Outcome outcome =
        result.fold(
            film -> film.decision() == Decision.REFER ? Outcome.REFER : Outcome.NOT_FLAGGED,
            film -> Outcome.NOT_ASSESSABLE,
            film -> Outcome.FAILED);
    counts.merge(outcome, 1, Integer::sum);
  }

  String sentence(HeadTargets targets) {
    return "%d films: %d %s, %d not flagged, %d not assessable, %d failed."
        .formatted(
            counts.values().stream().mapToInt(Integer::intValue).sum(),
            of(Outcome.REFER),
            targets.areBoneLoss() ? "to refer" : "flagged",
            of(Outcome.NOT_FLAGGED),
            of(Outcome.NOT_ASSESSABLE),
            of(Outcome.FAILED));
  }

  private int of(Outcome outcome) {
    return counts.getOrDefault(outcome, 0);
  }
}
