package org.strnet.training.finder.scene;

import org.strnet.knee.PercentileScaling;

/**
 * Changes how a film was exposed and processed, not what it shows: gamma, shading, blur or edge
 * enhancement, noise. Knees and other films go through the same, so that the look of one source
 * tells nothing about what the film shows.
 */
final class FilmTone {

  /** Standard normal values to draw from: noise does not need more, and a draw costs less. */
  private static final float[] NORMAL = new float[4096];

  static {
    Draw draw = new Draw(4096);
    for (int i = 0; i < NORMAL.length; i++) {
      NORMAL[i] = (float) draw.normal(0, 1);
    }
  }

  private FilmTone() {}

  /**
   * Applies a drawn tone and scales as the finder does.
   *
   * @param grey grey values of any range, NaN off the film; becomes values in [-1, 1]
   * @param size side of the square
   */
  static void apply(float[] grey, int size, Draw draw) {
    boolean[] off = new boolean[grey.length];
    for (int i = 0; i < grey.length; i++) {
      off[i] = Float.isNaN(grey[i]);
    }
    PercentileScaling.apply(grey);
    for (int i = 0; i < grey.length; i++) {
      grey[i] = (grey[i] + 1) / 2;
    }
    if (draw.chance(0.7)) {
      gamma(grey, Math.exp(draw.normal(0, 0.35, 0.9)));
    }
    if (draw.chance(0.3)) {
      shade(grey, size, draw);
    }
    if (draw.chance(0.45)) {
      // negative amounts blur, positive ones enhance edges
      double amount = draw.chance(0.4) ? -draw.between(0.3, 1) : draw.between(0.3, 2.5);
      int radius = amount < 0 ? 1 : 2 + draw.below(size / 12);
      unsharp(grey, size, radius, (float) amount);
    }
    if (draw.chance(0.5)) {
      noise(grey, draw.between(0, 0.05), draw);
    }
    for (int i = 0; i < grey.length; i++) {
      grey[i] = off[i] ? Float.NaN : grey[i];
    }
    PercentileScaling.apply(grey);
    if (draw.chance(0.15)) {
      saturate(grey, (float) draw.between(1.05, 1.6), (float) draw.between(-0.3, 0.5));
    }
  }

  private static void gamma(float[] grey, double exponent) {
    float[] table = new float[1025];
    for (int i = 0; i < table.length; i++) {
      table[i] = (float) Math.pow(i / 1024.0, exponent);
    }
    for (int i = 0; i < grey.length; i++) {
      grey[i] = table[Math.round(grey[i] * 1024)];
    }
  }

  private static void shade(float[] grey, int size, Draw draw) {
    float across = (float) draw.normal(0, 0.25);
    float along = (float) draw.normal(0, 0.25);
    for (int i = 0; i < grey.length; i++) {
      float x = (float) (i % size) / size - 0.5f;
      float y = (float) Math.floorDiv(i, size) / size - 0.5f;
      grey[i] *= 1 + across * x + along * y;
    }
  }

  private static void noise(float[] grey, double amount, Draw draw) {
    for (int i = 0; i < grey.length; i++) {
      grey[i] += (float) amount * NORMAL[draw.below(NORMAL.length)];
    }
  }

  private static void saturate(float[] scaled, float gain, float shift) {
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] = Math.max(-1, Math.min(1, scaled[i] * gain + shift));
    }
  }

  /** {@code x + amount (x - mean of the square of side 2 radius + 1 around)}. */
  static void unsharp(float[] grey, int size, int radius, float amount) {
    float[] mean = new float[grey.length];
    float[] line = new float[size];
    for (int y = 0; y < size; y++) {
      boxMean(grey, y * size, 1, line, radius);
      System.arraycopy(line, 0, mean, y * size, size);
    }
    for (int x = 0; x < size; x++) {
      boxMean(mean, x, size, line, radius);
      for (int y = 0; y < size; y++) {
        int i = y * size + x;
        grey[i] += amount * (grey[i] - line[y]);
      }
    }
  }

  /** Running mean along a row or column; at the ends over what there is. */
  private static void boxMean(float[] values, int start, int step, float[] out, int radius) {
    double sum = 0;
    int count = 0;
    int size = out.length;
    for (int i = 0; i < Math.min(radius, size); i++) {
      sum += values[start + i * step];
      count++;
    }
    for (int i = 0; i < size; i++) {
      if (i + radius < size) {
        sum += values[start + (i + radius) * step];
        count++;
      }
      if (i - radius - 1 >= 0) {
        sum -= values[start + (i - radius - 1) * step];
        count--;
      }
      out[i] = (float) (sum / count);
    }
  }
}
