package org.strnet.knee;

/**
 * Scales grey values so that the 1st percentile becomes -1 and the 99th +1, values beyond clipped.
 *
 * <p>The percentiles come from a histogram of {@value #BINS} bins between the lowest and the
 * highest value, so they are exact to a 4096th of the range. A field of one grey value becomes 0
 * everywhere. The same method serves the finder's training and its use.
 */
public final class PercentileScaling {

  /** What stands where there is no film: the black of an unexposed film's background. */
  public static final float PADDING = -1;

  private static final double LOW = 0.01;
  private static final double HIGH = 0.99;
  private static final int BINS = 4096;

  private PercentileScaling() {}

  /**
   * Scales in place.
   *
   * @param values grey values of any range; NaN where there is no film, which becomes {@link
   *     #PADDING} and does not count in the percentiles
   */
  public static void apply(float[] values) {
    float lowest = Float.POSITIVE_INFINITY;
    float highest = Float.NEGATIVE_INFINITY;
    for (float value : values) {
      // comparisons with NaN are false, so padding never becomes a bound
      lowest = value < lowest ? value : lowest;
      highest = value > highest ? value : highest;
    }
    float low = lowest;
    float high = highest;
    if (highest > lowest) {
      int[] histogram = histogram(values, lowest, highest);
      float bin = (highest - lowest) / (BINS - 1);
      low = lowest + bin * percentileBin(histogram, LOW);
      high = lowest + bin * percentileBin(histogram, HIGH);
    }
    float scale = high > low ? 2 / (high - low) : 0;
    float shift = high > low ? -1 : 0;
    for (int i = 0; i < values.length; i++) {
      float value = values[i];
      // true of a number, false of NaN
      if (value >= lowest) {
        float scaled = (value - low) * scale + shift;
        values[i] = scaled < -1 ? -1 : scaled > 1 ? 1 : scaled;
      } else {
        values[i] = PADDING;
      }
    }
  }

  private static int[] histogram(float[] values, float lowest, float highest) {
    int[] histogram = new int[BINS];
    float scale = (BINS - 1) / (highest - lowest);
    for (float value : values) {
      if (value >= lowest) {
        histogram[(int) ((value - lowest) * scale + 0.5f)]++;
      }
    }
    return histogram;
  }

  private static int percentileBin(int[] histogram, double fraction) {
    long total = 0;
    for (int count : histogram) {
      total += count;
    }
    long target = Math.max(1, Math.round(fraction * total));
    long seen = 0;
    for (int bin = 0; bin < histogram.length; bin++) {
      seen += histogram[bin];
      if (seen >= target) {
        return bin;
      }
    }
    return histogram.length - 1;
  }
}
