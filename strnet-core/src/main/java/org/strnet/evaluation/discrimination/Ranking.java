package org.strnet.evaluation.discrimination;

import java.util.Arrays;

/** Orders of values, {@code O(n log n)}. */
final class Ranking {

  private Ranking() {}

  /** Indices of the values, lowest value first. */
  static int[] ascending(double[] values) {
    Integer[] boxed = new Integer[values.length];
    Arrays.setAll(boxed, i -> i);
    Arrays.sort(boxed, (a, b) -> Double.compare(values[a], values[b]));
    return Arrays.stream(boxed).mapToInt(Integer::intValue).toArray();
  }

  /** Ranks from 1; equal values share the mean of their ranks. */
  static double[] midranks(double[] values) {
    int[] order = ascending(values);
    double[] ranks = new double[values.length];
    int start = 0;
    while (start < order.length) {
      int end = start;
      while (end < order.length && values[order[end]] == values[order[start]]) {
        end++;
      }
      for (int i = start; i < end; i++) {
        ranks[order[i]] = (start + 1 + end) / 2.0;
      }
      start = end;
    }
    return ranks;
  }
}
