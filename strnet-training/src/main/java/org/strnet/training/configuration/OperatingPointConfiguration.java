package org.strnet.training.configuration;

import org.strnet.decision.SensitivityFloor;
import org.strnet.decision.ThresholdRule;

/**
 * How the threshold is chosen.
 *
 * @param floor lowest sensitivity, between 0 and 1
 * @param rule what must reach the floor
 * @param ruleAlpha share of choices in which a bounded rule may miss it, between 0 and 0.5
 */
public record OperatingPointConfiguration(double floor, ThresholdRule rule, double ruleAlpha) {

  /** Checks the ranges. */
  public OperatingPointConfiguration {
    if (!(floor > 0 && floor < 1)) {
      throw new IllegalArgumentException("floor must be between 0 and 1, found " + floor);
    }
    if (!(ruleAlpha > 0 && ruleAlpha < 0.5)) {
      throw new IllegalArgumentException("ruleAlpha must be between 0 and 0.5, found " + ruleAlpha);
    }
  }

  /** What is asked of the operating point. */
  public SensitivityFloor asked() {
    return new SensitivityFloor(floor, rule, ruleAlpha);
  }
}
