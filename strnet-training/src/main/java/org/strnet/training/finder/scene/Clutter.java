package org.strnet.training.finder.scene;

/** Pictures that are no radiographs: noise, shades, pages of writing, tubes, discs. */
final class Clutter {

  private static final int SIDE = 256;

  private Clutter() {}

  /** Draws one, 256 pixels square. */
  static ReducedFilm draw(Draw draw) {
    float[] grey = new float[SIDE * SIDE];
    shade(grey, draw);
    switch (draw.below(5)) {
      case 0 -> blotches(grey, draw);
      case 1 -> writing(grey, draw);
      case 2 -> tubes(grey, draw);
      case 3 -> discs(grey, draw);
      default -> noise(grey, draw, draw.between(5, 80));
    }
    noise(grey, draw, draw.between(0, 8));
    byte[] bytes = new byte[grey.length];
    for (int i = 0; i < grey.length; i++) {
      bytes[i] = (byte) Math.max(0, Math.min(255, Math.round(grey[i])));
    }
    return ReducedFilm.owning(SIDE, SIDE, bytes);
  }

  private static void shade(float[] grey, Draw draw) {
    double level = draw.between(0, 255);
    double x = draw.normal(0, 0.4);
    double y = draw.normal(0, 0.4);
    for (int i = 0; i < grey.length; i++) {
      grey[i] = (float) (level + x * (column(i) - SIDE / 2.0) + y * (row(i) - SIDE / 2.0));
    }
  }

  private static void noise(float[] grey, Draw draw, double amount) {
    for (int i = 0; i < grey.length; i++) {
      grey[i] += (float) draw.normal(0, amount);
    }
  }

  /** Smooth noise: random values on a coarse grid, interpolated. */
  private static void blotches(float[] grey, Draw draw) {
    int cells = 3 + draw.below(20);
    float[] grid = new float[(cells + 1) * (cells + 1)];
    for (int i = 0; i < grid.length; i++) {
      grid[i] = (float) draw.normal(0, 60);
    }
    for (int i = 0; i < grey.length; i++) {
      float x = (float) column(i) * cells / SIDE;
      float y = (float) row(i) * cells / SIDE;
      int cellX = (int) x;
      int cellY = (int) y;
      int corner = cellY * (cells + 1) + cellX;
      float fx = x - cellX;
      float fy = y - cellY;
      float top = grid[corner] * (1 - fx) + grid[corner + 1] * fx;
      float bottom = grid[corner + cells + 1] * (1 - fx) + grid[corner + cells + 2] * fx;
      grey[i] += top * (1 - fy) + bottom * fy;
    }
  }

  /** Lines of short strokes, dark on light or light on dark. */
  private static void writing(float[] grey, Draw draw) {
    float ink = (float) draw.between(0, 255);
    int line = 6 + draw.below(16);
    for (int y = line; y < SIDE - line; y += line) {
      int x = 10;
      while (x < SIDE - 20) {
        int length = 1 + draw.below(line);
        int tall = 1 + draw.below(Math.max(1, line / 2));
        int lift = draw.below(3);
        for (int dy = 0; dy < tall; dy++) {
          for (int dx = 0; dx < length; dx++) {
            if (draw.chance(0.7)) {
              grey[(y - dy - lift) * SIDE + x + dx] = ink;
            }
          }
        }
        x += length + 1 + draw.below(line);
      }
    }
  }

  /** Straight tubes with bright walls, as shafts of long bones look. */
  private static void tubes(float[] grey, Draw draw) {
    int count = 1 + draw.below(4);
    for (int n = 0; n < count; n++) {
      double angle = draw.normal(Math.PI / 2, 0.4);
      double cx = draw.between(0, SIDE);
      double cy = draw.between(0, SIDE);
      double radius = draw.between(4, 40);
      double bright = draw.between(20, 90);
      for (int i = 0; i < grey.length; i++) {
        double across = (column(i) - cx) * Math.sin(angle) - (row(i) - cy) * Math.cos(angle);
        double r = Math.abs(across) / radius;
        if (r < 1) {
          grey[i] += (float) (bright * (0.5 + r * r * r));
        }
      }
    }
  }

  private static void discs(float[] grey, Draw draw) {
    int count = 1 + draw.below(8);
    for (int n = 0; n < count; n++) {
      double cx = draw.between(0, SIDE);
      double cy = draw.between(0, SIDE);
      double rx = draw.between(3, 80);
      double ry = draw.between(3, 80);
      double bright = draw.normal(0, 80);
      for (int i = 0; i < grey.length; i++) {
        double r = Math.hypot((column(i) - cx) / rx, (row(i) - cy) / ry);
        if (r < 1) {
          grey[i] += (float) bright;
        }
      }
    }
  }

  private static int column(int pixel) {
    return pixel % SIDE;
  }

  private static int row(int pixel) {
    return pixel / SIDE;
  }
}
