package org.strnet.training.quantisation;

/**
 * How often which values occur, and the range that loses least of them. Bins are as wide as the
 * values seen make necessary, a power of two, so the order of the values does not matter.
 */
public final class ValueHistogram {

  private static final int HALF = 2048;
  private static final int STEPS = 50;
  private static final double FIRST_WIDTH = 0x1p-20;

  private long[] counts = new long[2 * HALF];
  private double width = FIRST_WIDTH;
  private double least = 0;
  private double most = 0;

  /**
   * Counts values; zeros are left out, they are exact in any range.
   *
   * @throws IllegalArgumentException when a value is not finite
   */
  public void add(float[] values) {
    for (float value : values) {
      if (!Float.isFinite(value)) {
        throw new IllegalArgumentException("values must be finite, found " + value);
      }
      if (value != 0) {
        while (Math.abs(value) >= HALF * width) {
          widen();
        }
        counts[HALF + (int) Math.floor(value / width)]++;
        least = Math.min(least, value);
        most = Math.max(most, value);
      }
    }
  }

  /**
   * The range with the least mean squared error of rounding and of cutting off, over shares of the
   * largest and smallest value in steps of 2 %. Rounding costs a twelfth of the step squared.
   */
  public ValueRange best() {
    if (least == most) {
      return new ValueRange(0, 1);
    }
    ValueRange best = new ValueRange(least, most);
    double error = error(best);
    int lows = least < 0 ? STEPS : 1;
    int highs = most > 0 ? STEPS : 1;
    for (int low = 1; low <= lows; low++) {
      for (int high = 1; high <= highs; high++) {
        ValueRange range = new ValueRange(least * low / lows, most * high / highs);
        double found = error(range);
        if (found < error) {
          best = range;
          error = found;
        }
      }
    }
    return best;
  }

  private double error(ValueRange range) {
    double rounding = (double) range.scale() * range.scale() / 12;
    double sum = 0;
    for (int bin = 0; bin < counts.length; bin++) {
      if (counts[bin] > 0) {
        double value = (bin - HALF + 0.5) * width;
        double outside = Math.max(0, Math.max(range.low() - value, value - range.high()));
        sum += counts[bin] * (outside > 0 ? outside * outside : rounding);
      }
    }
    return sum;
  }

  private void widen() {
    long[] wider = new long[counts.length];
    for (int bin = 0; bin < counts.length; bin++) {
      wider[HALF + Math.floorDiv(bin - HALF, 2)] += counts[bin];
    }
    counts = wider;
    width *= 2;
  }
}
