package org.strnet.evaluation.planning;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.strnet.evaluation.discrimination.Auroc;
import org.strnet.evaluation.discrimination.BinaryScores;
import org.strnet.evaluation.estimate.Interval;

/**
 * A gain in AUROC over what clinical variables reach, shown on the same patients by a two-sided
 * paired test at 5 %: the number at which {@code (1.96 + z(power))} standard errors of the
 * difference fit into the gain (Obuchowski and McClish 1997, Statistics in Medicine 16:1529), with
 * the exact variance of the empirical areas under normal scores.
 *
 * @param clinical AUROC of the clinical variables, above 0.5 and below 1
 * @param gain of the other score over it, above 0; the sum is below 1
 * @param correlation of the two scores within each label, -0.999 to 0.999
 * @param prevalence of the finding among the patients, above 0 and below 1
 * @param power wanted, above 0.05 and below 0.999
 */
public record GainDesign(
    double clinical, double gain, double correlation, double prevalence, double power)
    implements StudyDesign {

  /** Checks the ranges. */
  public GainDesign {
    SampleSize.requireBetween("clinical AUROC", clinical, 0.5, 1);
    SampleSize.requireBetween("AUROC with the gain", clinical + gain, clinical, 1);
    SampleSize.requireBetween("correlation of the scores", correlation, -0.999, 0.999);
    SampleSize.requireBetween("prevalence", prevalence, 0, 1);
    SampleSize.requireBetween("power", power, 0.05, 0.999);
  }

  @Override
  public StudyPlan plan(SimulatedStudies studies) {
    double quantile = NormalDistribution.of(0, 1).inverseCumulativeProbability(power);
    SampleSize size =
        SampleSize.smallest(
            "paired AUROCs, binormal, exact variance",
            n -> (Interval.Z + quantile) * standardError(n) <= gain);
    int n = size.patients();
    return new StudyPlan(
        "a gain of %s over an AUROC of %s on the same patients, with a power of %s, two-sided 5 %%"
            .formatted(gain, clinical, power),
        List.of(size),
        OptionalInt.of(SampleSize.positives(n, prevalence)),
        List.of(
            "One film per patient; patients are independent.",
            "The finding has a prevalence of %s among them.".formatted(prevalence),
            "Both scores are normal with one variance, correlated %s within each label."
                .formatted(correlation),
            "Both scores are fixed beforehand; the test is DeLong's paired one."),
        studies.power(draws -> difference(draws, n), gain));
  }

  private double standardError(int n) {
    int positives = SampleSize.positives(n, prevalence);
    int negatives = n - positives;
    if (positives < 2 || negatives < 2) {
      return Double.POSITIVE_INFINITY;
    }
    double better = clinical + gain;
    double variance =
        BinormalAreas.variance(clinical, positives, negatives)
            + BinormalAreas.variance(better, positives, negatives)
            - 2 * BinormalAreas.covariance(clinical, better, correlation, positives, negatives);
    return Math.sqrt(variance);
  }

  private Optional<Interval> difference(SimulatedStudies.Draws draws, int n) {
    double[] first = new double[n];
    double[] second = new double[n];
    for (int i = 0; i < n; i++) {
      first[i] = draws.normal();
      second[i] = draws.normal(first[i], correlation);
    }
    boolean[] labels = draws.labels(n, prevalence);
    BinaryScores reached = draws.scores(first, labels, BinormalAreas.shift(clinical));
    BinaryScores better = draws.scores(second, labels, BinormalAreas.shift(clinical + gain));
    if (reached.positives() < 2 || reached.negatives() < 2) {
      return Optional.empty();
    }
    return Auroc.of(better).compare(Auroc.of(reached)).difference().interval();
  }
}
