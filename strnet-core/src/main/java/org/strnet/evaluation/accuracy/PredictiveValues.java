package org.strnet.evaluation.accuracy;

import java.util.Locale;
import org.strnet.evaluation.estimate.Estimate;
import org.strnet.evaluation.estimate.Interval;

/**
 * Predictive values restated at a chosen prevalence by Bayes' theorem: a study with six in ten
 * films with the finding says little of a clinic with one in ten. The interval is that of the logit
 * (Mercaldo, Lau and Zhou 2007, Statistics in Medicine 26:2170); prevalence is taken as known.
 * Where a count is 0 its limits come from the counts with {@code 1.96^2 / 2} added to each, their
 * adjusted logit interval, widened to hold the value itself.
 *
 * @param counts of a study of films with and without the finding
 * @param prevalence share of films with the finding where the test will be used, between 0 and 1
 */
public record PredictiveValues(ConfusionCounts counts, double prevalence) {

  private static final double ADDED = Interval.Z * Interval.Z / 2;

  /** Checks the prevalence. */
  public PredictiveValues {
    if (!(prevalence > 0 && prevalence < 1)) {
      throw new IllegalArgumentException(
          "a prevalence must be between 0 and 1, found " + prevalence);
    }
  }

  /** Share of referred films that would have the finding. */
  public Estimate positive() {
    return value(
        prevalence,
        new double[] {counts.truePositives(), counts.falseNegatives()},
        new double[] {counts.falsePositives(), counts.trueNegatives()},
        "needs films of both kinds and a referred one");
  }

  /** Share of films not flagged that would be without the finding. */
  public Estimate negative() {
    return value(
        1 - prevalence,
        new double[] {counts.trueNegatives(), counts.falsePositives()},
        new double[] {counts.falseNegatives(), counts.truePositives()},
        "needs films of both kinds and one that is not flagged");
  }

  /**
   * The share of the decided films that are of a kind.
   *
   * @param prior share of the kind
   * @param own films of the kind: decided so, and not
   * @param others films of the other kind: decided so, and not
   */
  private Estimate value(double prior, double[] own, double[] others, String rule) {
    if (counts.positives() == 0 || counts.negatives() == 0 || own[0] + others[0] == 0) {
      return Estimate.notEstimable(counts.size(), rule);
    }
    double right = prior * own[0] / (own[0] + own[1]);
    double wrong = (1 - prior) * others[0] / (others[0] + others[1]);
    double value = right / (right + wrong);
    boolean empty = Math.min(Math.min(own[0], own[1]), Math.min(others[0], others[1])) == 0;
    Interval limits = logit(prior, own, others, empty ? ADDED : 0);
    return Estimate.of(
        value,
        new Interval(Math.min(value, limits.low()), Math.max(value, limits.high())),
        counts.size(),
        String.format(
            Locale.ROOT,
            "restated at a prevalence of %s, %slogit 95 %%",
            prevalence,
            empty ? "adjusted " : ""));
  }

  private static Interval logit(double prior, double[] own, double[] others, double added) {
    double hit = own[0] + added;
    double miss = own[1] + added;
    double falseHit = others[0] + added;
    double rest = others[1] + added;
    double rate = hit / (hit + miss);
    double falseRate = falseHit / (falseHit + rest);
    double logit = Math.log(prior * rate / ((1 - prior) * falseRate));
    // (1 - p) / p over n, with p and n from the counts
    double error = Math.sqrt(miss / hit / (hit + miss) + rest / falseHit / (falseHit + rest));
    return new Interval(share(logit - Interval.Z * error), share(logit + Interval.Z * error));
  }

  private static double share(double logit) {
    return 1 / (1 + Math.exp(-logit));
  }
}
