package org.strnet.training.export;

import java.util.Map;
import java.util.TreeMap;

/** How far two networks' outputs are apart. */
final class Differences {

  private Differences() {}

  /** The largest absolute difference of each output; infinite where lengths or keys differ. */
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
    double largest = 0;
    for (int i = 0; i < expected.length; i++) {
      // A value that is no number differs from everything.
      double difference = Math.abs((double) expected[i] - found[i]);
      largest = difference <= largest ? largest : difference;
    }
    return largest;
  }
}
