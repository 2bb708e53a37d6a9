package org.strnet.report;

import org.strnet.calibration.ConformalInterval;

/**
 * An estimate with its interval.
 *
 * @param value the estimate, finite
 * @param low lower limit; minus infinity when no interval can be stated
 * @param high upper limit; infinity when no interval can be stated
 */
public record Estimate(double value, double low, double high) {

  /** Checks that the interval holds the value. */
  public Estimate {
    if (!Double.isFinite(value) || !(low <= value && value <= high)) {
      throw new IllegalArgumentException(
          "a finite value within its interval, found %s (%s to %s)".formatted(value, low, high));
    }
  }

  /** The estimate minus and plus the interval's half-width. */
  public static Estimate of(double value, ConformalInterval interval) {
    return new Estimate(value, value - interval.halfWidth(), value + interval.halfWidth());
  }

  /** Whether limits can be stated. */
  public boolean hasInterval() {
    return Double.isFinite(high - low);
  }
}
