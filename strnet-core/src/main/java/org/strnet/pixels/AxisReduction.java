package org.strnet.pixels;

/**
 * One axis of the reduction from film pixels to grid cells: which pixels a cell covers, and with
 * which weights.
 *
 * <p>Cells at least a pixel wide take the exact integral over the cell, divided by its width; cells
 * smaller than a pixel take the linear interpolation at their centre. What a cell covers beyond the
 * film counts as the nearest film pixel. The weights of a cell add up to 1.
 *
 * @param first first pixel of each cell
 * @param taps how many pixels the widest cell covers
 * @param weights of each cell's first pixel, then of its second one, and so on: {@code taps} times
 *     the number of cells; zero where a cell covers fewer
 */
record AxisReduction(int[] first, int taps, float[] weights) {

  /**
   * @param start where cell 0 starts, in pixels
   * @param cell width of a cell in pixels
   * @param from index of the first cell wanted, may be negative
   * @param cells how many cells are wanted
   * @param pixels pixels of the film along this axis
   */
  static AxisReduction of(double start, double cell, int from, int cells, int pixels) {
    int taps = (int) Math.ceil(Math.max(cell, 1)) + 1;
    int[] first = new int[cells];
    float[] weights = new float[cells * taps];
    // Half a pixel on either side of the centre of a small cell: the area under a box one pixel
    // wide
    // is the linear interpolation between the two pixels it touches.
    double reach = cell < 1 ? (1 - cell) / 2 : 0;
    for (int i = 0; i < cells; i++) {
      double low = start + (from + i) * cell - reach;
      double high = start + (from + i + 1) * cell + reach;
      first[i] = (int) clamp(Math.floor(low), pixels);
      int last = (int) clamp(Math.ceil(high) - 1, pixels);
      for (int p = first[i]; p <= last; p++) {
        double pixelStart = p == 0 ? Double.NEGATIVE_INFINITY : p;
        double pixelEnd = p == pixels - 1 ? Double.POSITIVE_INFINITY : p + 1;
        double covered = Math.min(high, pixelEnd) - Math.max(low, pixelStart);
        weights[(p - first[i]) * cells + i] = (float) (Math.max(0, covered) / (high - low));
      }
    }
    return new AxisReduction(first, taps, weights);
  }

  private static double clamp(double pixel, int pixels) {
    return Math.min(Math.max(pixel, 0), pixels - 1.0);
  }

  /** The first pixel any cell needs. */
  int lowest() {
    return first[0];
  }

  /** One past the last pixel that any cell has a weight for, which may be zero. */
  int end() {
    return first[first.length - 1] + taps;
  }

  int cells() {
    return first.length;
  }

  /** How many pixels a cell has a weight for, at least 1. */
  int covered(int cell) {
    int covered = taps;
    while (covered > 1 && weight(cell, covered - 1) == 0) {
      covered--;
    }
    return covered;
  }

  float weight(int cell, int tap) {
    return weights[tap * first.length + cell];
  }
}
