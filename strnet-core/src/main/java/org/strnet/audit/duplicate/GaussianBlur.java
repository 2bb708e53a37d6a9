package org.strnet.audit.duplicate;

/** Gaussian smoothing, cut off at 2.5 sigma; beyond the edge the edge goes on. */
final class GaussianBlur {

  private GaussianBlur() {}

  static float[] of(float[] values, int width, int height, double sigma) {
    int reach = (int) Math.ceil(2.5 * sigma);
    float[] weights = new float[2 * reach + 1];
    float total = 0;
    for (int i = -reach; i <= reach; i++) {
      weights[i + reach] = (float) Math.exp(-i * i / (2 * sigma * sigma));
      total += weights[i + reach];
    }
    for (int i = 0; i < weights.length; i++) {
      weights[i] /= total;
    }
    float[] rows = new float[values.length];
    for (int y = 0; y < height; y++) {
      for (int k = -reach; k <= reach; k++) {
        float weight = weights[k + reach];
        for (int x = 0; x < width; x++) {
          int from = Math.max(0, Math.min(width - 1, x + k));
          rows[y * width + x] += weight * values[y * width + from];
        }
      }
    }
    float[] result = new float[values.length];
    for (int y = 0; y < height; y++) {
      for (int k = -reach; k <= reach; k++) {
        float weight = weights[k + reach];
        int from = Math.max(0, Math.min(height - 1, y + k)) * width;
        for (int x = 0; x < width; x++) {
          result[y * width + x] += weight * rows[from + x];
        }
      }
    }
    return result;
  }
}
