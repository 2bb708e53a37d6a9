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
    int[] pixels = new int[columns.end() - columns.lowest()];
    float[] sum = new float[pixels.length];
    int filmColumn = crop.mirrored() ? film.width() - columns.end() : columns.lowest();
    for (int y = 0; y < grid; y++) {
      Arrays.fill(sum, 0);
      float[] weights = rows.weights()[y];
      for (int t = 0; t < weights.length; t++) {
        film.copyRow(rows.first()[y] + t, filmColumn, pixels);
        add(pixels, weights[t], sum);
      }
      if (crop.mirrored()) {
        reverse(sum);
      }
      reduceRow(sum, columns, result, y * grid);
    }
    return result;
  }

  private static void add(int[] pixels, float weight, float[] sum) {
    for (int x = 0; x < sum.length; x++) {
      sum[x] += weight * pixels[x];
    }
  }

  private static void reverse(float[] values) {
    for (int i = 0, j = values.length - 1; i < j; i++, j--) {
      float swapped = values[i];
      values[i] = values[j];
      values[j] = swapped;
    }
  }

  private static void reduceRow(float[] sum, AxisReduction columns, float[] result, int offset) {
    int lowest = columns.lowest();
    for (int x = 0; x < columns.cells(); x++) {
      float[] weights = columns.weights()[x];
      int from = columns.first()[x] - lowest;
      float value = 0;
      for (int t = 0; t < weights.length; t++) {
        value += weights[t] * sum[from + t];
      }
      result[offset + x] = value;
    }
  }
}
