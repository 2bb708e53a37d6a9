package org.strnet.decision;

import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * How a threshold is chosen under a floor for sensitivity: of the thresholds that keep the floor in
 * the sense of the rule, the one of highest specificity.
 *
 * <p>All but {@link #POINT} allow for the films being a sample: with alpha = 0.05 the true
 * sensitivity at the chosen threshold is below the floor in about, or in at most, one choice in
 * twenty. That is said of patients like those of the validation films, with independent films with
 * the finding; more than one film of a patient makes it hold less often.
 */
public enum ThresholdRule {
  /**
   * The sensitivity found on the validation films is at or above the floor, as in the STR-Net
   * paper. The true one is below it in about every second choice.
   */
  POINT("point") {
    @Override
    boolean keeps(Proportion sensitivity, double floor, double alpha) {
      return sensitivity.value() >= floor;
    }
  },
  /**
   * The one-sided lower limit of Wilson (level 1 - alpha) is at or above the floor. An
   * approximation: at a floor of 0.86 and alpha = 0.05 the true sensitivity is below the floor in
   * 4.5 % of choices on average over 17 to 399 films with the finding, but in 7.7 % with 17 of them
   * and in up to 6.4 % with 30 or more.
   */
  LOWER_BOUND("lower-bound") {
    @Override
    boolean keeps(Proportion sensitivity, double floor, double alpha) {
      return sensitivity.wilson(-STANDARD.inverseSurvivalProbability(alpha)) >= floor;
    }
  },
  /**
   * The one-sided lower limit of Clopper and Pearson (level 1 - alpha) is at or above the floor.
   * The true sensitivity is at or above it with probability of at least 1 - alpha, whatever the
   * distribution of the probabilities.
   */
  LOWER_BOUND_EXACT("lower-bound-exact") {
    @Override
    boolean keeps(Proportion sensitivity, double floor, double alpha) {
      return exactP(sensitivity, floor) <= alpha;
    }
  },
  /**
   * Risk control after Learn then Test (Angelopoulos, Bates, Candes, Jordan and Lei 2021,
   * arXiv:2110.01052). At each threshold "the true sensitivity is below the floor" is tested with
   * the exact binomial p-value, in a fixed sequence from the threshold that refers every film
   * upwards, until a test fails to reject at level alpha; the last rejected one is chosen. Then
   *
   * <p>{@code P(true sensitivity >= floor) >= 1 - alpha}
   *
   * <p>over the draw of the validation films, for any network and any distribution, ties included.
   * A sensitivity falls as the threshold rises, so the sequence stops where the limit of Clopper
   * and Pearson crosses the floor: the choice is that of {@link #LOWER_BOUND_EXACT}, and the two
   * names let a protocol say which argument it rests on.
   */
  RISK_CONTROL("risk-control") {
    @Override
    boolean keeps(Proportion sensitivity, double floor, double alpha) {
      return exactP(sensitivity, floor) <= alpha;
    }
  };

  /** Level of the bounded rules unless another is asked for. */
  public static final double USUAL_ALPHA = 0.05;

  private static final NormalDistribution STANDARD = NormalDistribution.of(0, 1);

  private final String code;

  ThresholdRule(String code) {
    this.code = code;
  }

  /** As written in configuration and JSON. */
  public String code() {
    return code;
  }

  /** Whether a sensitivity keeps the floor. */
  abstract boolean keeps(Proportion sensitivity, double floor, double alpha);

  /**
   * Probability of so many successes or more at a success rate of the floor. The lower limit of
   * Clopper and Pearson at level 1 - alpha is at or above the floor exactly when it is at most
   * alpha.
   */
  private static double exactP(Proportion sensitivity, double floor) {
    return BinomialDistribution.of(sensitivity.trials(), floor)
        .survivalProbability(sensitivity.successes() - 1);
  }
}
