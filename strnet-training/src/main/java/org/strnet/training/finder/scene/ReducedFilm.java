package org.strnet.training.finder.scene;

import java.util.ArrayList;
import java.util.List;
import org.strnet.radiograph.Radiograph;

/**
 * A film reduced to 8 bits and a few hundred pixels, small enough to keep hundreds of them in
 * memory, with a pyramid of halved copies so that it can be looked at from any distance without
 * aliasing. Immutable.
 */
public final class ReducedFilm {

  /** Films are reduced by whole factors as long as their longest side stays above this. */
  static final int LONGEST_SIDE = 640;

  private static final int SMALLEST_SIDE = 8;

  private final List<Level> levels;

  private ReducedFilm(Level first) {
    levels = new ArrayList<>(List.of(first));
    Level level = first;
    while (Math.min(level.width, level.height) >= 2 * SMALLEST_SIDE) {
      level = level.halved();
      levels.add(level);
    }
  }

  /** A film reduced by area average over blocks of a whole number of pixels. */
  public static ReducedFilm of(Radiograph film) {
    int factor = Math.max(1, Math.max(film.width(), film.height()) / LONGEST_SIDE);
    int width = film.width() / factor;
    int height = film.height() / factor;
    byte[] grey = new byte[width * height];
    int[] row = new int[film.width()];
    int area = factor * factor;
    for (int y = 0; y < height; y++) {
      long[] sums = new long[width];
      for (int dy = 0; dy < factor; dy++) {
        film.copyRow(y * factor + dy, 0, row);
        for (int x = 0; x < width * factor; x++) {
          sums[x / factor] += row[x];
        }
      }
      for (int x = 0; x < width; x++) {
        grey[y * width + x] = (byte) ((sums[x] / area) >> (film.bits() - 8));
      }
    }
    return new ReducedFilm(new Level(width, height, grey));
  }

  /** A picture made of 8-bit grey values, which are taken over. */
  static ReducedFilm owning(int width, int height, byte[] grey) {
    if (grey.length != width * height) {
      throw new IllegalArgumentException(
          "%d x %d pixels, found %d".formatted(width, height, grey.length));
    }
    return new ReducedFilm(new Level(width, height, grey));
  }

  /** Columns. */
  public int width() {
    return levels.get(0).width;
  }

  /** Rows. */
  public int height() {
    return levels.get(0).height;
  }

  /** The level of the pyramid to use when one target pixel spans {@code step} film pixels. */
  int level(double step) {
    int level = (int) Math.round(Math.log(Math.max(1, step)) / Math.log(2));
    return Math.min(level, levels.size() - 1);
  }

  /**
   * Grey value between pixels, 0 to 255, by bilinear interpolation; beyond the edge the edge's.
   *
   * @param x column in film pixels, 0.5 the middle of the first
   * @param y row
   */
  float grey(double x, double y, int level) {
    return levels.get(level).grey(x / (1 << level), y / (1 << level));
  }

  private static final class Level {
    private final int width;
    private final int height;
    private final byte[] grey;

    Level(int width, int height, byte[] grey) {
      this.width = width;
      this.height = height;
      this.grey = grey;
    }

    Level halved() {
      int halfWidth = width / 2;
      int halfHeight = height / 2;
      byte[] half = new byte[halfWidth * halfHeight];
      for (int y = 0; y < halfHeight; y++) {
        for (int x = 0; x < halfWidth; x++) {
          int sum = at(2 * x, 2 * y) + at(2 * x + 1, 2 * y);
          sum += at(2 * x, 2 * y + 1) + at(2 * x + 1, 2 * y + 1);
          half[y * halfWidth + x] = (byte) ((sum + 2) / 4);
        }
      }
      return new Level(halfWidth, halfHeight, half);
    }

    int at(int x, int y) {
      return grey[y * width + x] & 0xff;
    }

    float grey(double x, double y) {
      double column = Math.max(0, Math.min(width - 1.0, x - 0.5));
      double line = Math.max(0, Math.min(height - 1.0, y - 0.5));
      int x0 = (int) column;
      int y0 = (int) line;
      int x1 = Math.min(x0 + 1, width - 1);
      int y1 = Math.min(y0 + 1, height - 1);
      float fx = (float) (column - x0);
      float fy = (float) (line - y0);
      float top = at(x0, y0) + fx * (at(x1, y0) - at(x0, y0));
      float bottom = at(x0, y1) + fx * (at(x1, y1) - at(x0, y1));
      return top + fy * (bottom - top);
    }
  }
}
