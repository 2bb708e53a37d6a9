package org.strnet.training.augmentation;

/** A separable Gaussian blur in place; beyond the border the border pixel is repeated. */
final class GaussianBlur {

  private GaussianBlur() {}

  /**
   * @param image {@code side * side} values, row by row
   * @param deviation standard deviation in pixels; below 0.1 the image stays as it is
   */
  static void apply(float[] image, int side, double deviation) {
    if (deviation < 0.1) {
      return;
    }
    float[] kernel = kernel(deviation);
    float[] line = new float[side];
    for (int y = 0; y < side; y++) {
      blurLine(image, y * side, 1, line, kernel);
    }
    for (int x = 0; x < side; x++) {
      blurLine(image, x, side, line, kernel);
    }
  }

  private static void blurLine(float[] image, int start, int step, float[] line, float[] kernel) {
    int radius = kernel.length - 1;
    int last = line.length - 1;
    for (int i = 0; i <= last; i++) {
      line[i] = image[start + i * step];
    }
    for (int i = 0; i <= last; i++) {
      float sum = kernel[0] * line[i];
      for (int k = 1; k <= radius; k++) {
        sum += kernel[k] * (line[Math.max(0, i - k)] + line[Math.min(last, i + k)]);
      }
      image[start + i * step] = sum;
    }
  }

  /** Weights of the centre and of one side; the whole kernel adds up to one. */
  private static float[] kernel(double deviation) {
    int radius = (int) Math.ceil(2.5 * deviation);
    float[] kernel = new float[radius + 1];
    double total = 0;
    for (int k = 0; k <= radius; k++) {
      kernel[k] = (float) Math.exp(-0.5 * k * k / (deviation * deviation));
      total += k == 0 ? kernel[k] : 2 * kernel[k];
    }
    for (int k = 0; k <= radius; k++) {
      kernel[k] /= (float) total;
    }
    return kernel;
  }
}
