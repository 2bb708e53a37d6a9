package org.strnet.evaluation.accuracy;

import java.util.OptionalDouble;
import org.strnet.decision.Proportion;
import org.strnet.evaluation.estimate.Estimate;
import org.strnet.evaluation.estimate.Interval;

/**
 * What was decided against what is so. Shares carry 95 % Wilson intervals unless told otherwise;
 * films are taken as independent. Figures without an interval of their own get one from {@link
 * BinaryDecisions}, by patient.
 *
 * @param truePositives with the finding, referred
 * @param falseNegatives with the finding, not flagged
 * @param falsePositives without it, referred
 * @param trueNegatives without it, not flagged
 */
public record ConfusionCounts(
    int truePositives, int falseNegatives, int falsePositives, int trueNegatives) {

  /** Checks the counts. */
  public ConfusionCounts {
    if (Math.min(Math.min(truePositives, falseNegatives), Math.min(falsePositives, trueNegatives))
        < 0) {
      throw new IllegalArgumentException("counts must not be negative");
    }
  }

  /** Counts decisions against labels of the same films. */
  public static ConfusionCounts of(boolean[] referred, boolean[] positive) {
    return new BinaryDecisions(referred, positive).counts();
  }

  /** Films with the finding. */
  public int positives() {
    return truePositives + falseNegatives;
  }

  /** Films without the finding. */
  public int negatives() {
    return trueNegatives + falsePositives;
  }

  /** All films. */
  public int size() {
    return positives() + negatives();
  }

  /** Share of films with the finding that are referred. */
  public Estimate sensitivity() {
    return sensitivity(IntervalMethod.WILSON);
  }

  /** Share of films with the finding that are referred. */
  public Estimate sensitivity(IntervalMethod method) {
    return proportion(truePositives, positives(), "needs films with the finding", method);
  }

  /** Share of films without the finding that are not flagged. */
  public Estimate specificity() {
    return specificity(IntervalMethod.WILSON);
  }

  /** Share of films without the finding that are not flagged. */
  public Estimate specificity(IntervalMethod method) {
    return proportion(trueNegatives, negatives(), "needs films without the finding", method);
  }

  /** Share of films decided as they are. */
  public Estimate accuracy() {
    return accuracy(IntervalMethod.WILSON);
  }

  /** Share of films decided as they are. */
  public Estimate accuracy(IntervalMethod method) {
    return proportion(truePositives + trueNegatives, size(), "needs decided films", method);
  }

  /**
   * Positive predictive value: share of referred films that have the finding, at the share of the
   * finding among these films; {@link PredictiveValues} restates it at another.
   */
  public Estimate ppv(IntervalMethod method) {
    return proportion(
        truePositives, truePositives + falsePositives, "needs referred films", method);
  }

  /** Negative predictive value: share of films not flagged that are without the finding. */
  public Estimate npv(IntervalMethod method) {
    return proportion(
        trueNegatives, trueNegatives + falseNegatives, "needs films that are not flagged", method);
  }

  /**
   * Positive likelihood ratio, sensitivity over 1 - specificity, with the log-method interval
   * (Simel, Samsa and Matchar 1991, J Clin Epidemiol 44:763).
   */
  public Estimate positiveLikelihoodRatio() {
    return ratio(truePositives, falsePositives, "needs films of both kinds and a false positive");
  }

  /** Negative likelihood ratio, 1 - sensitivity over specificity, with the same interval. */
  public Estimate negativeLikelihoodRatio() {
    return ratio(falseNegatives, trueNegatives, "needs films of both kinds and a true negative");
  }

  /** Mean of sensitivity and specificity; absent unless there are films of both kinds. */
  public OptionalDouble balancedAccuracy() {
    return figure((rate(truePositives, positives()) + rate(trueNegatives, negatives())) / 2);
  }

  /** Youden's index, sensitivity + specificity - 1; absent unless there are films of both kinds. */
  public OptionalDouble youden() {
    return figure(rate(truePositives, positives()) + rate(trueNegatives, negatives()) - 1);
  }

  /**
   * Harmonic mean of sensitivity and positive predictive value, 0 without a true positive; absent
   * where no film has the finding and none is referred.
   */
  public OptionalDouble f1() {
    return figure(2.0 * truePositives / (2.0 * truePositives + falsePositives + falseNegatives));
  }

  /**
   * Matthews correlation coefficient (1975, BBA 405:442), -1 to 1; absent unless films were decided
   * in both ways and are of both kinds.
   */
  public OptionalDouble matthews() {
    double agreeing = (double) truePositives * trueNegatives;
    double other = (double) falsePositives * falseNegatives;
    double referred = (double) truePositives + falsePositives;
    double notFlagged = (double) trueNegatives + falseNegatives;
    return figure(
        (agreeing - other)
            / Math.sqrt(referred * notFlagged)
            / Math.sqrt((double) positives() * negatives()));
  }

  private static double rate(int count, int of) {
    return (double) count / of;
  }

  /** Absent where a denominator was 0. */
  private static OptionalDouble figure(double value) {
    return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
  }

  private Estimate ratio(int found, int cost, String rule) {
    if (positives() == 0 || cost == 0) {
      return Estimate.notEstimable(size(), rule);
    }
    double ratio = rate(found, positives()) / rate(cost, negatives());
    if (found == 0) {
      return Estimate.ofValue(0, size(), "no interval: a count is 0");
    }
    double error = Math.sqrt(1.0 / found - 1.0 / positives() + 1.0 / cost - 1.0 / negatives());
    Interval interval =
        new Interval(ratio * Math.exp(-Interval.Z * error), ratio * Math.exp(Interval.Z * error));
    return Estimate.of(ratio, interval, size(), "log method 95 %");
  }

  /**
   * A share with its Wilson interval.
   *
   * @param successes of the trials
   * @param trials none, and the share cannot be estimated
   * @param rule what would have been needed then
   */
  public static Estimate proportion(int successes, int trials, String rule) {
    return proportion(successes, trials, rule, IntervalMethod.WILSON);
  }

  private static Estimate proportion(
      int successes, int trials, String rule, IntervalMethod method) {
    if (trials == 0) {
      return Estimate.notEstimable(0, rule);
    }
    Proportion share = new Proportion(successes, trials);
    return Estimate.of(share.value(), method.of(share), trials, method.words());
  }
}
