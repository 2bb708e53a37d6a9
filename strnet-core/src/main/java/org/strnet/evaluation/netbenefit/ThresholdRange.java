package org.strnet.evaluation.netbenefit;

import java.util.Arrays;

/**
 * Threshold probabilities, equally spaced.
 *
 * @param low first, above 0
 * @param high last, not below the first and below 1
 * @param count how many, 1 to 1000; 1 only if first and last are one
 */
public record ThresholdRange(double low, double high, int count) {

  /** From 0.05 to 0.95 in steps of 0.05, until a study says which exchange rates matter to it. */
  public static final ThresholdRange WIDE = new ThresholdRange(0.05, 0.95, 19);

  /** Checks the range. */
  public ThresholdRange {
    if (!(low > 0 && low <= high && high < 1)
        || count < 1
        || count > 1000
        || (count == 1) != (low == high)) {
      throw new IllegalArgumentException(
          "thresholds must be above 0, below 1 and in order, 1 to 1000; found %d from %s to %s"
              .formatted(count, low, high));
    }
  }

  /** The thresholds, lowest first. */
  public double[] values() {
    double[] values = new double[count];
    Arrays.setAll(values, i -> i == count - 1 ? high : low + i * (high - low) / (count - 1));
    return values;
  }
}
