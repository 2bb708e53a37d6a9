package org.strnet.explanation;

/**
 * Values on a grid of cells, read anywhere between them. Used for drawing only and never handed
 * out, so the array is shared.
 *
 * @param values row by row
 * @param width cells in a row
 * @param height rows
 */
record Grid(float[] values, int width, int height) {

  /**
   * Bilinear between the centres of cells, constant beyond the outer ones.
   *
   * @param x fraction of the width from the left
   * @param y fraction of the height from the top
   */
  float at(double x, double y) {
    double column = Math.max(0, Math.min(width - 1, x * width - 0.5));
    double row = Math.max(0, Math.min(height - 1, y * height - 0.5));
    int left = (int) column;
    int top = (int) row;
    int right = Math.min(left + 1, width - 1);
    int bottom = Math.min(top + 1, height - 1);
    double dx = column - left;
    double dy = row - top;
    double upper = (1 - dx) * cell(left, top) + dx * cell(right, top);
    double lower = (1 - dx) * cell(left, bottom) + dx * cell(right, bottom);
    return (float) ((1 - dy) * upper + dy * lower);
  }

  private float cell(int column, int row) {
    return values[row * width + column];
  }
}
