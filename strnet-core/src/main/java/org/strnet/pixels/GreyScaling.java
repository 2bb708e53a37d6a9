package org.strnet.pixels;

import java.util.Optional;

/**
 * Which grey values become -1 and +1.
 *
 * @param low grey value that becomes -1
 * @param high grey value that becomes +1, above {@code low}
 */
record GreyScaling(float low, float high) {

  /** A knee whose percentiles lie closer than this share of the sample range shows no bone. */
  static final double LEAST_SHARE_OF_RANGE = 1.0 / 1024;

  /** Nor does one whose percentiles lie fewer grey values apart than this. */
  static final double LEAST_GREY_VALUES = 4;

  /** Steps between 0 and 1 of a stored value: 8192 from black to white. */
  static final int STEPS = 4096;

  /**
   * The scaling from percentiles of the given grey values; empty when they lie too close together.
   */
  static Optional<GreyScaling> of(float[] greys, PixelSpecification specification, int bits) {
    Percentiles percentiles = new Percentiles(greys);
    float low = percentiles.at(specification.lowPercentile());
    float high = percentiles.at(specification.highPercentile());
    double least = Math.max(LEAST_GREY_VALUES, (1 << bits) * LEAST_SHARE_OF_RANGE);
    return high - low < least ? Optional.empty() : Optional.of(new GreyScaling(low, high));
  }

  /** Grey values to fixed-point numbers of {@link #STEPS} per unit, within -8 and 8. */
  short[] apply(float[] greys) {
    short[] scaled = new short[greys.length];
    float middle = (low + high) / 2;
    float factor = 2 * STEPS / (high - low);
    for (int i = 0; i < greys.length; i++) {
      int value = Math.round((greys[i] - middle) * factor);
      scaled[i] = (short) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, value));
    }
    return scaled;
  }
}
