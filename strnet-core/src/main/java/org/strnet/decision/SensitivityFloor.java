package org.strnet.decision;

import java.util.Objects;

/**
 * What is asked of an operating point.
 *
 * @param value lowest sensitivity, above 0 up to 1
 * @param rule how it is kept
 * @param alpha share of choices in which the true sensitivity may be below it, between 0 and 0.5;
 *     {@link ThresholdRule#POINT} makes no use of it
 */
public record SensitivityFloor(double value, ThresholdRule rule, double alpha) {

  /** Checks the ranges. */
  public SensitivityFloor {
    Objects.requireNonNull(rule);
    if (!(value > 0 && value <= 1) || !(alpha > 0 && alpha < 0.5)) {
      throw new IllegalArgumentException(
          "floor in (0, 1] and alpha in (0, 0.5), found " + value + ", " + alpha);
    }
  }

  /** At the usual level of 0.05. */
  public SensitivityFloor(double value, ThresholdRule rule) {
    this(value, rule, ThresholdRule.USUAL_ALPHA);
  }

  boolean isKeptBy(Proportion sensitivity) {
    return rule.keeps(sensitivity, value, alpha);
  }
}
