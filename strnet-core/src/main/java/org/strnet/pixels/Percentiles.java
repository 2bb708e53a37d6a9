package org.strnet.pixels;

import java.util.Arrays;

/**
 * Percentiles of many values without sorting them all: a histogram finds the bin of a rank, and
 * only that bin's values are sorted. The result is exact.
 *
 * <p>Between two order statistics it interpolates linearly (type 7 of Hyndman and Fan, 1996): with
 * {@code n} values in order, percentile {@code p} lies at position {@code p / 100 * (n - 1)}.
 */
public final class Percentiles {

  private static final int BINS = 4096;

  private final float[] values;
  private final float least;
  private final float binsPerGrey;
  private final int[] counts = new int[BINS];

  /**
   * @param values at least one value, all finite; kept, not changed
   */
  public Percentiles(float[] values) {
    float low = Float.POSITIVE_INFINITY;
    float high = Float.NEGATIVE_INFINITY;
    for (float value : values) {
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
    this.values = values;
    least = low;
    binsPerGrey = high > low ? (BINS - 1) / (high - low) : 0;
    for (float value : values) {
      counts[bin(value)]++;
    }
  }

  /** Rises with the value, so that the bins are in the values' order. */
  private int bin(float value) {
    return (int) ((value - least) * binsPerGrey);
  }

  /**
   * @param percent 0 to 100
   */
  public float at(double percent) {
    double position = percent / 100 * (values.length - 1);
    int below = (int) position;
    float low = ofRank(below);
    double fraction = position - below;
    return fraction == 0 ? low : (float) (low + fraction * (ofRank(below + 1) - low));
  }

  /** The value that has {@code rank} values before it in order, from 0. */
  public float ofRank(int rank) {
    int bin = 0;
    int before = 0;
    while (before + counts[bin] <= rank) {
      before += counts[bin++];
    }
    float[] inBin = new float[counts[bin]];
    int count = 0;
    for (float value : values) {
      if (bin(value) == bin) {
        inBin[count++] = value;
      }
    }
    Arrays.sort(inBin);
    return inBin[rank - before];
  }
}
