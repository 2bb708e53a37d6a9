package org.strnet.cli;

import java.util.Arrays;

/**
 * A figure over several pools of local films.
 *
 * @param mean of all
 * @param low the least, or the 5th percentile of 20 and more
 * @param high the greatest, or the 95th percentile of 20 and more
 */
record LocalSpread(double mean, double low, double high) {

  private static final int MANY = 20;

  static LocalSpread of(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    if (sorted.length == 0) {
      return new LocalSpread(Double.NaN, Double.NaN, Double.NaN);
    }
    int cut = sorted.length < MANY ? 0 : (int) Math.round(0.05 * (sorted.length - 1));
    return new LocalSpread(
        Arrays.stream(sorted).average().orElseThrow(),
        sorted[cut],
        sorted[sorted.length - 1 - cut]);
  }
}
