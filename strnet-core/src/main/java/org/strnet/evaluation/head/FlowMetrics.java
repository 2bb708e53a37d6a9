package org.strnet.evaluation.head;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.strnet.decision.Decision;
import org.strnet.evaluation.estimate.Estimate;
import org.strnet.evaluation.estimate.Metrics;
import org.strnet.evaluation.prediction.HeadEstimates;
import org.strnet.evaluation.prediction.Outcome;
import org.strnet.evaluation.prediction.Prediction;

/** How many films reached which step of a study: counts, under {@code flow.*}. */
public final class FlowMetrics {

  private FlowMetrics() {}

  /**
   * From the rows to the films with a reference, with the reasons of those that were not assessed.
   */
  public static Metrics of(StudyFilms films) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    counts.put("flow.films", films.size());
    counts.put("flow.patients", new HashSet<>(films.patients()).size());
    for (Outcome outcome : Outcome.values()) {
      counts.put("flow." + outcome.code(), 0);
    }
    Map<String, Integer> reasons = new TreeMap<>();
    for (Prediction prediction : films.predictions()) {
      counts.merge("flow." + prediction.outcome().code(), 1, Integer::sum);
      if (prediction.outcome() == Outcome.NOT_ASSESSABLE) {
        reasons.merge("flow.reason." + word(prediction.reason()), 1, Integer::sum);
      }
    }
    counts.putAll(reasons);
    for (Decision decision : Decision.values()) {
      counts.put("flow." + decision.code(), decided(films, decision));
    }
    counts.put("flow.with_screening_label", films.screening().size());
    counts.put("flow.with_severity_label", films.severity().size());
    counts.put("flow.with_tscore", films.tScore().size());
    Map<String, Estimate> found = new LinkedHashMap<>();
    counts.forEach(
        (name, count) -> found.put(name, Estimate.ofValue(count, films.size(), "count")));
    return new Metrics(found);
  }

  private static int decided(StudyFilms films, Decision decision) {
    return (int)
        films.predictions().stream()
            .filter(
                p ->
                    p.heads().flatMap(HeadEstimates::decision).filter(decision::equals).isPresent())
            .count();
  }

  private static String word(String reason) {
    return reason.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_");
  }
}
