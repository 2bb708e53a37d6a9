package org.strnet.decision;

import java.time.LocalDate;
import java.util.Objects;

/**
 * The threshold a bundle screens at, and where it comes from. Chosen once on validation films;
 * evaluation never moves it.
 *
 * @param threshold lowest probability of bone loss that is referred, 0 to 1
 * @param floor sensitivity the rule asked for
 * @param rule how it was chosen
 * @param ruleAlpha level of the rule; {@link ThresholdRule#POINT} makes no use of it
 * @param positives films with bone loss it was chosen on
 * @param negatives films without bone loss it was chosen on
 * @param sensitivity sensitivity there, with its interval
 * @param specificity specificity there, with its interval
 * @param cohortHash SHA-256 of the cohort file it was chosen on
 * @param chosenOn the day
 */
public record OperatingPoint(
    double threshold,
    double floor,
    ThresholdRule rule,
    double ruleAlpha,
    int positives,
    int negatives,
    Proportion sensitivity,
    Proportion specificity,
    String cohortHash,
    LocalDate chosenOn) {

  /** Checks the ranges. */
  public OperatingPoint {
    if (!(threshold >= 0 && threshold <= 1)) {
      throw new IllegalArgumentException("threshold in [0, 1], found " + threshold);
    }
    new SensitivityFloor(floor, rule, ruleAlpha);
    Objects.requireNonNull(sensitivity);
    Objects.requireNonNull(specificity);
    Objects.requireNonNull(cohortHash);
    Objects.requireNonNull(chosenOn);
  }

  /** Chosen at the usual level of the rule. */
  public OperatingPoint(
      double threshold,
      double floor,
      ThresholdRule rule,
      int positives,
      int negatives,
      Proportion sensitivity,
      Proportion specificity,
      String cohortHash,
      LocalDate chosenOn) {
    this(
        threshold,
        floor,
        rule,
        ThresholdRule.USUAL_ALPHA,
        positives,
        negatives,
        sensitivity,
        specificity,
        cohortHash,
        chosenOn);
  }

  /** What was asked of it. */
  public SensitivityFloor asked() {
    return new SensitivityFloor(floor, rule, ruleAlpha);
  }

  /** Refers at the threshold and above. */
  public Decision decide(double boneLossProbability) {
    if (Double.isNaN(boneLossProbability)) {
      throw new IllegalArgumentException("a probability must be a number, found NaN");
    }
    return boneLossProbability >= threshold ? Decision.REFER : Decision.NOT_FLAGGED;
  }
}
