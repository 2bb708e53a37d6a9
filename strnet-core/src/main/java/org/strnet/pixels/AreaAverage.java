package org.strnet.pixels;

import org.strnet.radiograph.Radiograph;

/**
 * Grey values of a crop on a grid of square cells, by area average.
 *
 * <p>Rows first: the film's rows that a row of cells covers are summed, then that one sum is
 * reduced along the columns. A cell's value depends on the cell alone, not on how large a grid it
 * is computed in, so that a crop with margin and a crop without agree bit by bit.
 */
final class AreaAverage {

  private AreaAverage() {}

  /**
   * @param crop the square that {@code size * size} cells cover
   * @param margin cells more on each side
   * @return {@code (size + 2 * margin)^2} grey values, row by row, fibula side already exchanged
   */
  static float[] reduce(Radiograph film, Crop crop, int size, int margin) {
    int grid = size + 2 * margin;
    double cell = crop.side() / size;
    // A mirrored crop is the crop of the mirrored film: both give the same numbers.
    double left = crop.mirrored() ? film.width() - crop.left() - crop.side() : crop.left();
    AxisReduction columns = AxisReduction.of(left, cell, -margin, grid, film.width());
    AxisReduction rows = AxisReduction.of(crop.top(), cell, -margin, grid, film.height());
    float[] result = new float[grid * grid];
    int from = columns.lowest();
    int pixels = Math.min(columns.end(), film.width()) - from;
    // Longer than the pixels: weights of zero may reach beyond the film.
    float[] sum = new float[columns.end() - from];
    int filmColumn = crop.mirrored() ? film.width() - from - pixels : from;
    int[] whole = new int[pixels];
    for (int y = 0; y < grid; y++) {
      int top = rows.first()[y];
      int last = rows.covered(y) - 1;
      // Between the first row and the last one all are covered wholly, with one weight.
      float weight = rows.weight(y, Math.min(1, last));
      film.sumRows(top + 1, Math.max(top + 1, top + last), filmColumn, whole);
      for (int x = 0; x < pixels; x++) {
        sum[x] = weight * whole[x];
      }
      film.addRow(top, filmColumn, pixels, rows.weight(y, 0), sum);
      if (last > 0) {
        film.addRow(top + last, filmColumn, pixels, rows.weight(y, last), sum);
      }
      if (crop.mirrored()) {
        reverse(sum, pixels);
      }
      reduceRow(sum, columns, result, y * grid);
    }
    return result;
  }

  private static void reverse(float[] values, int length) {
    for (int i = 0, j = length - 1; i < j; i++, j--) {
      float swapped = values[i];
      values[i] = values[j];
      values[j] = swapped;
    }
  }

  private static void reduceRow(float[] sum, AxisReduction columns, float[] result, int offset) {
    int[] first = columns.first();
    float[] weights = columns.weights();
    int cells = first.length;
    for (int t = 0; t < columns.taps(); t++) {
      int shift = t - first[0];
      for (int x = 0; x < cells; x++) {
        result[offset + x] += weights[t * cells + x] * sum[first[x] + shift];
      }
    }
  }
}
