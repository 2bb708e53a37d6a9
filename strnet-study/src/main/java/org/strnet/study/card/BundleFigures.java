package org.strnet.study.card;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.strnet.bundle.BundleManifest;
import org.strnet.evaluation.estimate.Metrics;
import org.strnet.study.card.AppliedModelCard.KeyMetrics;

/**
 * The three questions of a card, answered by an evaluation where there is one and by what the
 * bundle quotes of its training where there is none.
 */
final class BundleFigures {

  private static final String EVALUATION = "Evaluation of this bundle at its own operating point";

  private static final Map<String, String> USEFULNESS = usefulnessLabels();
  private static final Map<String, String> SAFETY = safetyLabels();

  private BundleFigures() {}

  static KeyMetrics of(BundleManifest manifest, Optional<Metrics> evaluation) {
    return new KeyMetrics(
        usefulness(manifest, evaluation), fairness(evaluation), safety(manifest, evaluation));
  }

  static boolean hasSubgroups(Metrics metrics) {
    return metrics.names().stream().anyMatch(name -> name.startsWith(EvaluationFigures.SUBGROUP));
  }

  private static KeyMetric usefulness(BundleManifest manifest, Optional<Metrics> evaluation) {
    String goal =
        "How well does it tell films with %s from films without?"
            .formatted(manifest.targets().screening().meaning());
    List<CardFigure> figures = new ArrayList<>();
    evaluation.ifPresent(metrics -> figures.addAll(known(metrics, USEFULNESS)));
    manifest.figures().forEach(figure -> figures.add(CardFigure.of(figure)));
    if (figures.isEmpty()) {
      return KeyMetric.unmeasured(goal, "Nothing was measured of it: it must not be relied on.");
    }
    return new KeyMetric(
        goal,
        figures,
        Optional.of(
            "Ranking and error on the films named below, each with its interval and n; no claim for"
                + " other films. Average precision is read against the share of films with the"
                + " finding."),
        Optional.of(evaluation.isPresent() ? EVALUATION : "As each figure says"),
        Optional.of(films(manifest, evaluation)),
        Optional.of("The method stands beside each figure; intervals are 95 %."));
  }

  private static KeyMetric safety(BundleManifest manifest, Optional<Metrics> evaluation) {
    List<CardFigure> figures = new ArrayList<>();
    evaluation.ifPresent(metrics -> figures.addAll(known(metrics, SAFETY)));
    var point = manifest.operatingPoint();
    figures.add(
        CardFigure.of("sensitivity on the films the threshold was chosen on", point.sensitivity()));
    figures.add(
        CardFigure.of("specificity on the films the threshold was chosen on", point.specificity()));
    return new KeyMetric(
        "What does it miss, what does it flag in vain, and how often can it not answer?",
        figures,
        Optional.of(
            ("The threshold asks for a sensitivity of %.2f by rule \"%s\" on the films it was"
                    + " chosen on; figures on those same films flatter it.")
                .formatted(point.floor(), point.rule().code())),
        Optional.of(evaluation.isPresent() ? EVALUATION : "Choice of the operating point"),
        Optional.of(
            "Threshold chosen on %s on %d films with the finding and %d without."
                .formatted(point.chosenOn(), point.positives(), point.negatives())),
        Optional.of("Proportions with Wilson intervals, 95 %."));
  }

  private static KeyMetric fairness(Optional<Metrics> evaluation) {
    String goal = "Does it work alike for women and men, for every age, and for other groups?";
    List<CardFigure> figures = new ArrayList<>();
    evaluation.ifPresent(
        metrics ->
            metrics
                .estimates()
                .forEach(
                    (name, estimate) -> {
                      if (name.startsWith(EvaluationFigures.SUBGROUP)) {
                        figures.add(
                            CardFigure.of(
                                name.substring(EvaluationFigures.SUBGROUP.length()), estimate));
                      }
                    }));
    if (figures.isEmpty()) {
      return KeyMetric.unmeasured(
          goal, "Not measured on this card: nobody may assume that it works alike.");
    }
    return new KeyMetric(
        goal,
        figures,
        Optional.of("Many groups are compared: a single difference may be chance."),
        Optional.of(EVALUATION),
        Optional.of("Groups of the same films; small groups are suppressed."),
        Optional.of("The method stands beside each figure; intervals are 95 %."));
  }

  private static String films(BundleManifest manifest, Optional<Metrics> evaluation) {
    String quoted =
        "Figures the bundle quotes name their films in their method; its cohort: %s."
            .formatted(manifest.cohort().name());
    return evaluation
        .filter(metrics -> metrics.names().contains("flow.films"))
        .map(
            metrics -> "Evaluation on %d films. ".formatted(metrics.get("flow.films").n()) + quoted)
        .orElse(quoted);
  }

  private static List<CardFigure> known(Metrics metrics, Map<String, String> labels) {
    List<CardFigure> figures = new ArrayList<>();
    labels.forEach(
        (name, label) -> {
          if (metrics.names().contains(name)) {
            figures.add(CardFigure.of("evaluation: " + label, metrics.get(name)));
          }
        });
    return figures;
  }

  private static Map<String, String> usefulnessLabels() {
    Map<String, String> labels = new LinkedHashMap<>();
    labels.put("screening.auroc", "AUROC of the screening head");
    labels.put("screening.auprc", "average precision of the screening head");
    labels.put("screening.prevalence", "share of films with the finding");
    labels.put("screening.ppv", "predictive value of a flag");
    labels.put("severity.auroc", "AUROC of the severity head");
    labels.put("tscore.pearson", "correlation of the T-score head");
    labels.put("tscore.mae", "mean absolute error of the T-score head");
    labels.put("tscore.rmse", "root mean square error of the T-score head");
    return labels;
  }

  private static Map<String, String> safetyLabels() {
    Map<String, String> labels = new LinkedHashMap<>();
    labels.put("screening.sensitivity", "sensitivity at the operating point");
    labels.put("screening.specificity", "specificity at the operating point");
    labels.put("flow.not_assessable", "films not assessable");
    labels.put("flow.failed", "films that could not be processed");
    labels.put("tscore.coverage", "share of references inside the T-score interval");
    return labels;
  }
}
