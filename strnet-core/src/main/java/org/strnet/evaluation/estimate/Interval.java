package org.strnet.evaluation.estimate;

/**
 * A 95 % interval.
 *
 * @param low lower limit
 * @param high upper limit, not below the lower
 */
public record Interval(double low, double high) {

  /** Two-sided 95 % quantile of the standard normal distribution. */
  public static final double Z = 1.959963984540054;

  /** Checks the order; a limit is always a finite number. */
  public Interval {
    if (!(low <= high) || !Double.isFinite(low) || !Double.isFinite(high)) {
      throw new IllegalArgumentException(
          "limits must be finite and in order, found " + low + ", " + high);
    }
  }

  /** {@code value -+ Z standardError}, kept within a range. */
  public static Interval normal(double value, double standardError, double lowest, double highest) {
    return new Interval(
        Math.max(lowest, value - Z * standardError), Math.min(highest, value + Z * standardError));
  }
}
