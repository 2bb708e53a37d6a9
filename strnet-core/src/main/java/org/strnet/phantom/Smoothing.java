package org.strnet.phantom;

/** Gaussian smoothing of a plane of samples, edges repeated. */
final class Smoothing {

  private Smoothing() {}

  /** Smooths in place; sigma in pixels, nothing happens below 0.1. */
  static void gaussian(float[] plane, int width, int height, double sigma) {
    if (sigma < 0.1) {
      return;
    }
    float[] kernel = kernel(sigma);
    float[] copy = plane.clone();
    pass(copy, plane, new int[] {width, height, 1, width}, kernel);
    System.arraycopy(plane, 0, copy, 0, plane.length);
    pass(copy, plane, new int[] {height, width, width, 1}, kernel);
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
    float[] means = new float[columns * rows];
    int[] counts = new int[columns * rows];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int cell = (y / block) * columns + x / block;
        means[cell] += plane[y * width + x];
        counts[cell]++;
      }
    }
    for (int i = 0; i < means.length; i++) {
      means[i] /= counts[i];
    }
    gaussian(means, columns, rows, sigma / block);
    float[] result = new float[plane.length];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        result[y * width + x] = interpolated(means, columns, rows, cell(x, block), cell(y, block));
      }
    }
    return result;
  }

  private static double cell(int pixel, int block) {
    return (pixel + 0.5) / block - 0.5;
  }

  private static float interpolated(float[] means, int columns, int rows, double u, double v) {
    double x = Math.max(0, Math.min(columns - 1, u));
    double y = Math.max(0, Math.min(rows - 1, v));
    int x0 = (int) x;
    int y0 = (int) y;
    int x1 = Math.min(columns - 1, x0 + 1);
    int y1 = Math.min(rows - 1, y0 + 1);
    double a = x - x0;
    double b = y - y0;
    double top = means[y0 * columns + x0] * (1 - a) + means[y0 * columns + x1] * a;
    double bottom = means[y1 * columns + x0] * (1 - a) + means[y1 * columns + x1] * a;
    return (float) (top * (1 - b) + bottom * b);
  }

  /** {@code shape}: length of a line, number of lines, step along a line, step between lines. */
  private static void pass(float[] from, float[] to, int[] shape, float[] kernel) {
    int radius = kernel.length / 2;
    for (int line = 0; line < shape[1]; line++) {
      int start = line * shape[3];
      for (int i = 0; i < shape[0]; i++) {
        float sum = 0;
        for (int k = -radius; k <= radius; k++) {
          int j = Math.max(0, Math.min(shape[0] - 1, i + k));
          sum += kernel[k + radius] * from[start + j * shape[2]];
        }
        to[start + i * shape[2]] = sum;
      }
    }
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
