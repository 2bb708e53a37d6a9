package org.strnet.evaluation.accuracy;

import org.strnet.decision.Proportion;
import org.strnet.evaluation.estimate.Estimate;
import org.strnet.evaluation.estimate.Interval;

/**
 * What was decided against what is so. Proportions carry 95 % Wilson intervals.
 *
 * @param truePositives with the finding, referred
 * @param falseNegatives with the finding, not flagged
 * @param falsePositives without it, referred
 * @param trueNegatives without it, not flagged
 */
public record ConfusionCounts(
    int truePositives, int falseNegatives, int falsePositives, int trueNegatives) {

  private static final String WILSON = "Wilson 95 %";

  /** Checks the counts. */
  public ConfusionCounts {
    if (Math.min(Math.min(truePositives, falseNegatives), Math.min(falsePositives, trueNegatives))
        < 0) {
      throw new IllegalArgumentException("counts must not be negative");
    }
  }

  /** Counts decisions against labels of the same films. */
  public static ConfusionCounts of(boolean[] referred, boolean[] positive) {
    if (referred.length != positive.length) {
      throw new IllegalArgumentException(
          "one label per decision, found %d and %d".formatted(positive.length, referred.length));
    }
    int[] counts = new int[4];
    for (int i = 0; i < referred.length; i++) {
      counts[(positive[i] ? 0 : 2) + (referred[i] ? 0 : 1)]++;
    }
    return new ConfusionCounts(counts[0], counts[1], counts[2], counts[3]);
  }

  /** Share of films with the finding that are referred. */
  public Estimate sensitivity() {
    return proportion(
        truePositives, truePositives + falseNegatives, "needs films with the finding");
  }

  /** Share of films without the finding that are not flagged. */
  public Estimate specificity() {
    return proportion(
        trueNegatives, trueNegatives + falsePositives, "needs films without the finding");
  }

  /** Share of films decided as they are. */
  public Estimate accuracy() {
    int n = truePositives + falseNegatives + falsePositives + trueNegatives;
    return proportion(truePositives + trueNegatives, n, "needs decided films");
  }

  /**
   * A share with its interval.
   *
   * @param successes of the trials
   * @param trials none, and the share cannot be estimated
   * @param rule what would have been needed then
   */
  public static Estimate proportion(int successes, int trials, String rule) {
    if (trials == 0) {
      return Estimate.notEstimable(0, rule);
    }
    Proportion proportion = new Proportion(successes, trials);
    return Estimate.of(
        proportion.value(), new Interval(proportion.low(), proportion.high()), trials, WILSON);
  }
}
