package org.strnet.training.configuration;

import org.strnet.decision.ThresholdRule;

/**
 * How the threshold is chosen.
 *
 * @param floor lowest sensitivity, between 0 and 1
 * @param rule what must reach the floor
 */
public record OperatingPointConfiguration(double floor, ThresholdRule rule) {

  /** Checks the floor. */
  public OperatingPointConfiguration {
    if (!(floor > 0 && floor < 1)) {
      throw new IllegalArgumentException("floor must be between 0 and 1, found " + floor);
    }
  }
}
