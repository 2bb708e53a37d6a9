package org.strnet.radiograph;

/**
 * The darkest and the brightest sample of a film's upper left part.
 *
 * @param low the darkest seen
 * @param high the brightest seen
 */
record GreySpan(int low, int high) {

  /**
   * Looks row by row until the span reaches what is enough.
   *
   * @param width columns to look at
   * @param height rows to look at
   */
  static GreySpan of(Radiograph film, int width, int height, int enough) {
    int low = Integer.MAX_VALUE;
    int high = 0;
    int[] row = new int[width];
    for (int y = 0; y < height; y++) {
      film.copyRow(y, 0, row);
      for (int sample : row) {
        low = Math.min(low, sample);
        high = Math.max(high, sample);
      }
      if (high - low >= enough) {
        break;
      }
    }
    return new GreySpan(low, high);
  }

  int width() {
    return high - low;
  }
}
