package org.strnet.study.markup;

import java.util.List;
import java.util.Map;

/** Names of metrics for a reader. One that is not listed stands under its own dotted name. */
public final class MetricNames {

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
          Map.entry("partial_auroc", "partial AUROC"),
          Map.entry("ece_equal_mass", "expected calibration error, bins of equally many films"),
          Map.entry("net_benefit", "net benefit, threshold in %"),
          Map.entry("net_benefit_all", "net benefit of referring everybody, threshold in %"),
          Map.entry("spiegelhalter_z", "Spiegelhalter's z"),
          Map.entry("spiegelhalter_p", "p of Spiegelhalter's z"),
          Map.entry("with_tscore", "with a reference number"),
          Map.entry("refer", "referred"),
          Map.entry("bias", "bias (estimate minus reference)"),
          Map.entry("limit_low", "lower 95 % limit of agreement"),
          Map.entry("limit_high", "upper 95 % limit of agreement"),
          Map.entry("proportional_slope", "slope of the difference on the mean"),
          Map.entry("proportional_p", "p of that slope"),
          Map.entry("icc_2_1", "ICC(2,1)"),
          Map.entry("icc_3_1", "ICC(3,1)"),
          Map.entry("interval_width", "width of the stated intervals"),
          Map.entry("who_agreement", "agreement of the WHO classes"),
          Map.entry("who_kappa", "kappa of the WHO classes, quadratic weights"),
          Map.entry("flag", "in the zone flag"),
          Map.entry("grey", "in the grey zone"),
          Map.entry("no_flag", "in the zone no flag"),
          Map.entry("flag_prevalence", "share with the finding, zone flag"),
          Map.entry("grey_prevalence", "share with the finding, grey zone"),
          Map.entry("no_flag_prevalence", "share with the finding, zone no flag"),
          Map.entry("missed", "share of films with the finding in the zone no flag"),
          Map.entry("falsely_flagged", "share of films without the finding in the zone flag"),
          Map.entry("majority", "accuracy of the majority answer"));

  private static final Map<String, String> HEADS =
      Map.of(
          "flow", "Flow",
          "screening", "Screening",
          "zones", "Three-zone reading",
          "severity", "Severity among films with the finding",
          "classes", "Three classes",
          "tscore", "T-score");

  private MetricNames() {}

  /** The head a metric belongs to: what stands before the first point. */
  public static String head(String metric) {
    return metric.substring(0, Math.max(0, metric.indexOf('.')));
  }

  /** A head for a reader. */
  public static String ofHead(String head) {
    return HEADS.getOrDefault(head, words(head));
  }

  /** A metric for a reader, without its head. */
  public static String of(String metric) {
    List<String> parts = List.of(metric.substring(metric.indexOf('.') + 1).split("\\.", -1));
    return String.join(
        ": ", parts.stream().map(part -> NAMES.getOrDefault(part, words(part))).toList());
  }

  /** A name as it stands in files, in words. */
  public static String words(String name) {
    return name.replace('_', ' ');
  }
}
