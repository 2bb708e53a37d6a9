package org.strnet.phantom;

import java.util.Arrays;

/** Gaussian smoothing of a plane of samples, edges repeated. */
final class Smoothing {

  private Smoothing() {}

  /** Smooths in place; sigma in pixels, nothing happens below 0.1. */
  static void gaussian(float[] plane, int width, int height, double sigma) {
    if (sigma < 0.1) {
      return;
    }
    float[] kernel = kernel(sigma);
    float[] along = new float[plane.length];
    for (int y = 0; y < height; y++) {
      acrossRow(plane, along, y * width, width, kernel);
    }
    for (int y = 0; y < height; y++) {
      acrossRows(along, plane, y, width, height, kernel);
    }
  }

  private static void acrossRow(float[] from, float[] to, int start, int width, float[] kernel) {
    int radius = kernel.length / 2;
    for (int x = 0; x < width; x++) {
      float sum = 0;
      if (x >= radius && x < width - radius) {
        int first = start + x - radius;
        for (int k = 0; k < kernel.length; k++) {
          sum += kernel[k] * from[first + k];
        }
      } else {
        for (int k = 0; k < kernel.length; k++) {
          sum += kernel[k] * from[start + Math.max(0, Math.min(width - 1, x + k - radius))];
        }
      }
      to[start + x] = sum;
    }
  }

  private static void acrossRows(
      float[] from, float[] to, int y, int width, int height, float[] kernel) {
    int start = y * width;
    Arrays.fill(to, start, start + width, 0f);
    for (int k = 0; k < kernel.length; k++) {
      int row = Math.max(0, Math.min(height - 1, y + k - kernel.length / 2)) * width;
      float weight = kernel[k];
      for (int x = 0; x < width; x++) {
        to[start + x] += weight * from[row + x];
      }
    }
  }

  /**
   * A strongly smoothed copy, computed on blocks and interpolated.
   *
   * @param block side of a block in pixels
   * @param sigma in pixels
   */
  static float[] coarse(float[] plane, int width, int height, int block, double sigma) {
    int columns = (width + block - 1) / block;
    int rows = (height + block - 1) / block;
    float[] means = blockMeans(plane, width, height, block);
    gaussian(means, columns, rows, sigma / block);
    float[] result = new float[plane.length];
    float[] line = new float[columns];
    for (int y = 0; y < height; y++) {
      double v = Math.max(0, Math.min(rows - 1, (y + 0.5) / block - 0.5));
      int above = (int) v;
      int below = Math.min(rows - 1, above + 1);
      float share = (float) (v - above);
      for (int column = 0; column < columns; column++) {
        float top = means[above * columns + column];
        line[column] = top + share * (means[below * columns + column] - top);
      }
      for (int x = 0; x < width; x++) {
        float u = Math.max(0, Math.min(columns - 1, (x + 0.5f) / block - 0.5f));
        int left = (int) u;
        float start = line[left];
        result[y * width + x] =
            start + (u - left) * (line[Math.min(columns - 1, left + 1)] - start);
      }
    }
    return result;
  }

  private static float[] blockMeans(float[] plane, int width, int height, int block) {
    int columns = (width + block - 1) / block;
    float[] means = new float[columns * ((height + block - 1) / block)];
    for (int y = 0; y < height; y++) {
      int tall = Math.min(block, height - y / block * block);
      for (int x = 0; x < width; x++) {
        int wide = Math.min(block, width - x / block * block);
        means[(y / block) * columns + x / block] += plane[y * width + x] / (tall * wide);
      }
    }
    return means;
  }

  private static float[] kernel(double sigma) {
    int radius = (int) Math.ceil(3 * sigma);
    float[] kernel = new float[2 * radius + 1];
    double sum = 0;
    for (int k = -radius; k <= radius; k++) {
      kernel[k + radius] = (float) Math.exp(-k * k / (2 * sigma * sigma));
      sum += kernel[k + radius];
    }
    for (int k = 0; k < kernel.length; k++) {
      kernel[k] /= (float) sum;
    }
    return kernel;
  }
}
