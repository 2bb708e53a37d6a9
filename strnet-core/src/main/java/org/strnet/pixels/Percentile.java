package org.strnet.pixels;

/**
 * Percentiles by selection, without sorting: a film's hundred thousand values need two of them.
 *
 * <p>Between two order statistics it interpolates linearly (type 7 of Hyndman and Fan, 1996): with
 * {@code n} values in order, percentile {@code p} lies at position {@code p / 100 * (n - 1)}.
 */
final class Percentile {

  private Percentile() {}

  /**
   * @param values at least one value, none of them NaN; reordered
   * @param percent 0 to 100
   */
  static float of(float[] values, double percent) {
    double position = percent / 100 * (values.length - 1);
    int below = (int) Math.floor(position);
    float low = select(values, below);
    double fraction = position - below;
    if (fraction == 0) {
      return low;
    }
    float high = Float.POSITIVE_INFINITY;
    for (int i = below + 1; i < values.length; i++) {
      high = Math.min(high, values[i]);
    }
    return (float) (low + fraction * (high - low));
  }

  /** Puts the value of rank {@code k} in its place, smaller ones before it, larger ones after. */
  private static float select(float[] values, int k) {
    int from = 0;
    int to = values.length - 1;
    while (from < to) {
      float pivot = median(values[from], values[(from + to) >>> 1], values[to]);
      int less = from;
      int greater = to;
      int i = from;
      while (i <= greater) {
        if (values[i] < pivot) {
          swap(values, i++, less++);
        } else if (values[i] > pivot) {
          swap(values, i, greater--);
        } else {
          i++;
        }
      }
      if (k < less) {
        to = less - 1;
      } else if (k > greater) {
        from = greater + 1;
      } else {
        return pivot;
      }
    }
    return values[k];
  }

  private static float median(float a, float b, float c) {
    return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
  }

  private static void swap(float[] values, int i, int j) {
    float swapped = values[i];
    values[i] = values[j];
    values[j] = swapped;
  }
}
