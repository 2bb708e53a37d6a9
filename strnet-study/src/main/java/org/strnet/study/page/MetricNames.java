package org.strnet.study.page;

import java.util.List;
import java.util.Map;

/** Names of metrics for a reader. One that is not listed stands under its own dotted name. */
final class MetricNames {

  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("films", "films"),
          Map.entry("patients", "patients"),
          Map.entry("assessed", "assessed"),
          Map.entry("not_assessable", "not assessable"),
          Map.entry("failed", "failed"),
          Map.entry("auroc", "AUROC"),
          Map.entry("auroc_clustered", "AUROC, films of a patient clustered"),
          Map.entry("auprc", "AUPRC (average precision)"),
          Map.entry("prevalence", "share with the finding"),
          Map.entry("ppv", "positive predictive value"),
          Map.entry("npv", "negative predictive value"),
          Map.entry("lr_positive", "likelihood ratio, referred"),
          Map.entry("lr_negative", "likelihood ratio, not flagged"),
          Map.entry("f1", "F1"),
          Map.entry("mcc", "Matthews correlation"),
          Map.entry("brier", "Brier score"),
          Map.entry("brier_skill", "Brier skill score"),
          Map.entry("ece", "expected calibration error"),
          Map.entry("threshold", "threshold applied"),
          Map.entry("pearson", "Pearson correlation"),
          Map.entry("spearman", "Spearman correlation"),
          Map.entry("mae", "mean absolute error"),
          Map.entry("rmse", "root mean squared error"),
          Map.entry("r2", "R\u00b2"),
          Map.entry("ccc", "Lin's concordance"),
          Map.entry("coverage", "coverage of the stated intervals"),
          Map.entry("kappa", "kappa, quadratic weights"),
          Map.entry("macro_f1", "macro-F1"),
          Map.entry("majority", "accuracy of the majority answer"));

  private static final Map<String, String> HEADS =
      Map.of(
          "flow", "Flow",
          "screening", "Screening",
          "severity", "Severity among films with the finding",
          "classes", "Three classes",
          "tscore", "T-score");

  private MetricNames() {}

  /** The head a metric belongs to: what stands before the first point. */
  static String head(String metric) {
    return metric.substring(0, Math.max(0, metric.indexOf('.')));
  }

  /** A head for a reader. */
  static String ofHead(String head) {
    return HEADS.getOrDefault(head, StudyContent.words(head));
  }

  /** A metric for a reader, without its head. */
  static String of(String metric) {
    List<String> parts = List.of(metric.substring(metric.indexOf('.') + 1).split("\\.", -1));
    return String.join(
        ", ",
        parts.stream().map(part -> NAMES.getOrDefault(part, StudyContent.words(part))).toList());
  }
}
