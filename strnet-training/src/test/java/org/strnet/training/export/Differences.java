package org.strnet.training.export;

import java.util.Map;
import java.util.TreeMap;

/**
 * How far two networks' outputs are apart, as a share of the output's largest value where that is
 * above 1.
 *
 * <p>Feature maps reach 6 and lie behind 52 convolutions in single precision: against the same
 * network in double precision, either runtime is off by some 5e-5 there, and by 1.4e-4 at worst.
 */
final class Differences {

  private Differences() {}

  /** The largest difference of each output; infinite where lengths or keys differ. */
  static Map<String, Double> largest(Map<String, float[]> expected, Map<String, float[]> found) {
    Map<String, Double> largest = new TreeMap<>();
    found.forEach((name, values) -> largest.put(name, Double.POSITIVE_INFINITY));
    expected.forEach(
        (name, values) ->
            largest.put(name, largest(values, found.getOrDefault(name, new float[0]))));
    return largest;
  }

  private static double largest(float[] expected, float[] found) {
    if (expected.length != found.length) {
      return Double.POSITIVE_INFINITY;
    }
    double scale = 1;
    double largest = 0;
    for (int i = 0; i < expected.length; i++) {
      scale = Math.max(scale, Math.abs(expected[i]));
      // A value that is no number differs from everything.
      double difference = Math.abs((double) expected[i] - found[i]);
      largest = difference <= largest ? largest : difference;
    }
    return largest / scale;
  }
}
