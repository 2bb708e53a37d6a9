package org.strnet.evaluation.study;

import java.util.List;
import java.util.Optional;
import org.strnet.dataset.Cohort;
import org.strnet.dataset.Labels;
import org.strnet.evaluation.estimate.Metrics;
import org.strnet.evaluation.prediction.Prediction;
import org.strnet.evaluation.subgroup.AdjustedResults;
import org.strnet.evaluation.subgroup.SubgroupResults;

/**
 * Everything a study found; a report needs nothing else.
 *
 * @param description what was done
 * @param cohort the films, one per row of the study, in the file's order
 * @param predictions of these rows
 * @param labels of these rows
 * @param metrics every figure under its dotted name
 * @param subgroups figures by subgroup
 * @param adjusted the screening area within and adjusted for framing, age and what was asked for
 * @param gains what the predictions add over information that costs nothing
 * @param decisionThresholds threshold probabilities of the decision curve, ascending, between 0 and
 *     1
 * @param gates use of the experts, where the network tells it
 */
public record StudyResults(
    StudyDescription description,
    Cohort cohort,
    List<Prediction> predictions,
    List<Labels> labels,
    Metrics metrics,
    SubgroupResults subgroups,
    List<AdjustedResults> adjusted,
    List<Gain> gains,
    List<Double> decisionThresholds,
    Optional<GateUsage> gates) {

  /** Checks that predictions and labels are those of the rows; copies the lists. */
  public StudyResults {
    if (predictions.size() != cohort.size() || labels.size() != cohort.size()) {
      throw new IllegalArgumentException(
          "one prediction and one label per film, found %d, %d, %d"
              .formatted(cohort.size(), predictions.size(), labels.size()));
    }
    predictions = List.copyOf(predictions);
    labels = List.copyOf(labels);
    adjusted = List.copyOf(adjusted);
    gains = List.copyOf(gains);
    decisionThresholds = List.copyOf(decisionThresholds);
  }

  /** The same study with other figures, for what only the caller knows of it. */
  public StudyResults withMetrics(Metrics other) {
    return new StudyResults(
        description,
        cohort,
        predictions,
        labels,
        other,
        subgroups,
        adjusted,
        gains,
        decisionThresholds,
        gates);
  }

  /** Patient of each row. */
  public List<String> patients() {
    return cohort.films().stream().map(film -> film.patient()).toList();
  }
}
