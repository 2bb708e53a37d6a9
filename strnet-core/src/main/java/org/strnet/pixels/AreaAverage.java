package org.strnet.pixels;

import java.util.Arrays;
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
    for (int y = 0; y < grid; y++) {
      Arrays.fill(sum, 0);
      for (int t = 0; t < rows.taps(); t++) {
        float weight = rows.weight(y, t);
        if (weight > 0) {
          film.addRow(rows.first()[y] + t, filmColumn, pixels, weight, sum);
        }
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
