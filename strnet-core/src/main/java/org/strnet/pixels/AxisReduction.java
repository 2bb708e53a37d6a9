package org.strnet.pixels;

import java.util.Arrays;

/**
 * One axis of the reduction from film pixels to grid cells: which pixels a cell covers, and with
 * which weights.
 *
 * <p>Cells at least a pixel wide take the exact integral over the cell, divided by its width; cells
 * smaller than a pixel take the linear interpolation at their centre. What a cell covers beyond the
 * film counts as the nearest film pixel. The weights of a cell add up to 1.
 *
 * @param first first pixel of each cell
 * @param weights weights of the pixels from the first one on, per cell
 */
record AxisReduction(int[] first, float[][] weights) {

  /**
   * @param start where cell 0 starts, in pixels
   * @param cell width of a cell in pixels
   * @param from index of the first cell wanted, may be negative
   * @param cells how many cells are wanted
   * @param pixels pixels of the film along this axis
   */
  static AxisReduction of(double start, double cell, int from, int cells, int pixels) {
    int[] first = new int[cells];
    float[][] weights = new float[cells][];
    for (int i = 0; i < cells; i++) {
      double low = start + (from + i) * cell;
      double high = start + (from + i + 1) * cell;
      // Half a pixel on either side of the centre of a small cell: the area under a box one pixel
      // wide is the linear interpolation between the two pixels it touches.
      double reach = cell < 1 ? (1 - cell) / 2 : 0;
      put(i, low - reach, high + reach, pixels, first, weights);
    }
    return new AxisReduction(first, weights);
  }

  private static void put(
      int i, double low, double high, int pixels, int[] first, float[][] weights) {
    int lowest = (int) clamp(Math.floor(low), pixels);
    int highest = (int) clamp(Math.ceil(high) - 1, pixels);
    double[] sums = new double[highest - lowest + 1];
    for (int p = lowest; p <= highest; p++) {
      double pixelStart = p == 0 ? Double.NEGATIVE_INFINITY : p;
      double pixelEnd = p == pixels - 1 ? Double.POSITIVE_INFINITY : p + 1;
      sums[p - lowest] = Math.max(0, Math.min(high, pixelEnd) - Math.max(low, pixelStart));
    }
    double total = Arrays.stream(sums).sum();
    first[i] = lowest;
    weights[i] = new float[sums.length];
    for (int p = 0; p < sums.length; p++) {
      weights[i][p] = (float) (sums[p] / total);
    }
  }

  private static double clamp(double pixel, int pixels) {
    return Math.min(Math.max(pixel, 0), pixels - 1.0);
  }

  /** The first pixel any cell needs. */
  int lowest() {
    return first[0];
  }

  /** One past the last pixel any cell needs. */
  int end() {
    int last = first.length - 1;
    return first[last] + weights[last].length;
  }

  int cells() {
    return first.length;
  }
}
