package org.strnet.explanation;

import java.util.Arrays;
import java.util.Objects;

/**
 * How much each part of the crop spoke for bone loss.
 *
 * @param height rows of cells
 * @param width cells in a row
 * @param values {@code height * width} values in [0, 1], row by row; 1 at the strongest cell, or
 *     all 0 where nothing spoke for bone loss
 * @param maximum what the strongest cell adds to the bone-loss logit, to first order; 0 or above.
 *     Two films' maps compare by it, not by their colours
 */
public record HeatMap(int height, int width, float[] values, double maximum) {

  /** Copies the values in and checks the ranges. */
  public HeatMap {
    if (height < 1 || width < 1 || values.length != height * width) {
      throw new IllegalArgumentException(
          "a map of %d x %d needs as many values, found %d"
              .formatted(height, width, values.length));
    }
    if (!(maximum >= 0) || Double.isInfinite(maximum)) {
      throw new IllegalArgumentException("the maximum must be 0 or above, found " + maximum);
    }
    for (float value : values) {
      if (!(value >= 0 && value <= 1)) {
        throw new IllegalArgumentException("values must be in [0, 1], found " + value);
      }
    }
    values = values.clone();
  }

  /** A map of the same shape in which nothing speaks for bone loss. */
  public HeatMap cleared() {
    return new HeatMap(height, width, new float[values.length], 0);
  }

  /** A copy of the values. */
  @Override
  public float[] values() {
    return values.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof HeatMap map
        && height == map.height
        && width == map.width
        && Double.compare(maximum, map.maximum) == 0
        && Arrays.equals(values, map.values);
  }

  @Override
  public int hashCode() {
    return Objects.hash(height, width, maximum, Arrays.hashCode(values));
  }

  /**
   * The value at a point of the crop, bilinear between the centres of cells and constant beyond the
   * outer ones.
   *
   * @param x fraction of the crop's width from its left
   * @param y fraction of the crop's height from its top
   */
  public float at(double x, double y) {
    return new Grid(values, width, height).at(x, y);
  }

  /** The map on a grid of {@code size * size} pixels that cover the crop, row by row. */
  public float[] upsampled(int size) {
    float[] pixels = new float[size * size];
    for (int y = 0; y < size; y++) {
      for (int x = 0; x < size; x++) {
        pixels[y * size + x] = at((x + 0.5) / size, (y + 0.5) / size);
      }
    }
    return pixels;
  }
}
