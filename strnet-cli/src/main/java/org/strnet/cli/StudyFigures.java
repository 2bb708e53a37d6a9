package org.strnet.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.strnet.evaluation.estimate.Estimate;
import org.strnet.evaluation.estimate.Metrics;
import org.strnet.evaluation.estimate.MetricsFile;
import org.strnet.provenance.QuotedFigure;
import org.strnet.training.configuration.TrainingConfiguration;

/** The figures of a cross-validation that a bundle's card quotes: those with an interval. */
final class StudyFigures {

  private static final Map<String, String> NAMES =
      Map.of(
          "screening.auroc", "AUROC of the screening head",
          "screening.auprc", "average precision of the screening head",
          "screening.sensitivity", "sensitivity at the operating point",
          "screening.specificity", "specificity at the operating point",
          "severity.auroc", "AUROC of the severity head",
          "tscore.pearson", "correlation of the T-score head",
          "tscore.mae", "mean absolute error of the T-score head",
          "tscore.rmse", "root mean square error of the T-score head");

  private StudyFigures() {}

  /**
   * The figures of one cross-validation, under the name of its configuration.
   *
   * @param folder what {@code crossval} wrote
   */
  static List<QuotedFigure> of(Path folder) {
    Metrics metrics = MetricsFile.read(folder.resolve("metrics.json"));
    String run = TrainingConfiguration.read(folder.resolve("configuration.yaml")).name();
    List<QuotedFigure> figures = new ArrayList<>();
    metrics
        .estimates()
        .forEach(
            (metric, estimate) -> {
              if (NAMES.containsKey(metric) && estimate.low().isPresent()) {
                figures.add(figure(run + ": " + NAMES.getOrDefault(metric, metric), estimate));
              }
            });
    return figures;
  }

  private static QuotedFigure figure(String name, Estimate estimate) {
    return new QuotedFigure(
        name,
        estimate.value().orElseThrow(),
        estimate.low().orElseThrow(),
        estimate.high().orElseThrow(),
        estimate.n(),
        "cross-validation by patient, " + estimate.method());
  }
}
