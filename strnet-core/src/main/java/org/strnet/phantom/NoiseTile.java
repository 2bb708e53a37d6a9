package org.strnet.phantom;

/**
 * Gaussian noise of a given spectrum on a square tile that repeats without seam, with mean 0 and SD
 * 1. Made in frequency: white Gaussian coefficients times an amplitude, transformed back.
 */
final class NoiseTile {

  /** Amplitude at a frequency in cycles per mm, not negative; the same for -fx and -fy. */
  @FunctionalInterface
  interface Spectrum {
    double amplitude(double fx, double fy);
  }

  private final int size;
  private final double spacingMm;
  private final float[] values;

  private NoiseTile(int size, double spacingMm, float[] values) {
    this.size = size;
    this.spacingMm = spacingMm;
    this.values = values;
  }

  /**
   * @param size side in samples, a power of two
   * @param spacingMm distance of samples
   */
  static NoiseTile draw(int size, double spacingMm, Spectrum spectrum, Draws draws) {
    double[] re = new double[size * size];
    double[] im = new double[size * size];
    double[] amplitudes = quadrant(size, 1 / (size * spacingMm), spectrum);
    int half = size / 2;
    for (int row = 0; row < size; row++) {
      int v = Math.min(row, size - row);
      for (int column = 0; column < size; column++) {
        double amplitude = amplitudes[v * (half + 1) + Math.min(column, size - column)];
        if (amplitude > 1e-4) {
          re[row * size + column] = amplitude * draws.normal();
          im[row * size + column] = amplitude * draws.normal();
        }
      }
    }
    new Fourier(size).inPlane(re, im);
    return new NoiseTile(size, spacingMm, standardised(re));
  }

  /** Amplitudes at frequencies 0 to Nyquist in both directions; the others mirror them. */
  private static double[] quadrant(int size, double step, Spectrum spectrum) {
    int side = size / 2 + 1;
    double[] amplitudes = new double[side * side];
    for (int row = 0; row < side; row++) {
      for (int column = row == 0 ? 1 : 0; column < side; column++) {
        amplitudes[row * side + column] = spectrum.amplitude(column * step, row * step);
      }
    }
    return amplitudes;
  }

  private static float[] standardised(double[] values) {
    double sum = 0;
    double squares = 0;
    for (double value : values) {
      sum += value;
      squares += value * value;
    }
    double mean = sum / values.length;
    double sd = Math.sqrt(Math.max(squares / values.length - mean * mean, 1e-30));
    float[] result = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      result[i] = (float) ((values[i] - mean) / sd);
    }
    return result;
  }

  /** The value at a place in mm, interpolated bilinearly. */
  double at(double x, double y) {
    double u = x / spacingMm;
    double v = y / spacingMm;
    double floorU = Math.floor(u);
    double floorV = Math.floor(v);
    double a = u - floorU;
    double b = v - floorV;
    int mask = size - 1;
    int x0 = (int) floorU & mask;
    int x1 = (x0 + 1) & mask;
    int y0 = ((int) floorV & mask) * size;
    int y1 = (((int) floorV + 1) & mask) * size;
    double top = values[y0 + x0] + a * (values[y0 + x1] - values[y0 + x0]);
    double bottom = values[y1 + x0] + a * (values[y1 + x1] - values[y1 + x0]);
    return top + b * (bottom - top);
  }
}
