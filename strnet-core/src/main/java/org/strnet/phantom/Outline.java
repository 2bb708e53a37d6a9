package org.strnet.phantom;

/**
 * A closed smooth curve through landmarks (Catmull-Rom), and the distance of any place to it.
 *
 * <p>Distances are tabulated on a grid of {@value #STEP} mm and interpolated: exact along straight
 * edges, off by {@code STEP^2 / (8 r)} where the edge bends with radius r.
 */
final class Outline {

  private static final double STEP = 1;
  private static final int PIECES = 6;
  private static final double MARGIN = 2;

  private final double left;
  private final double top;
  private final int columns;
  private final int rows;
  private final float[] distances;

  private Outline(double[] xs, double[] ys) {
    left = Math.floor(least(xs) - MARGIN);
    top = Math.floor(least(ys) - MARGIN);
    columns = (int) Math.ceil((greatest(xs) + MARGIN - left) / STEP) + 1;
    rows = (int) Math.ceil((greatest(ys) + MARGIN - top) / STEP) + 1;
    distances = new float[columns * rows];
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        distances[row * columns + column] =
            (float) distance(xs, ys, left + column * STEP, top + row * STEP);
      }
    }
  }

  /** A curve through landmarks {@code {x, y}} in order; the last joins the first. */
  static Outline through(double[][] landmarks) {
    int n = landmarks.length;
    double[] xs = new double[n * PIECES];
    double[] ys = new double[n * PIECES];
    for (int i = 0; i < n; i++) {
      double[] before = landmarks[(i + n - 1) % n];
      double[] here = landmarks[i];
      double[] next = landmarks[(i + 1) % n];
      double[] after = landmarks[(i + 2) % n];
      for (int piece = 0; piece < PIECES; piece++) {
        double t = (double) piece / PIECES;
        xs[i * PIECES + piece] = spline(before[0], here[0], next[0], after[0], t);
        ys[i * PIECES + piece] = spline(before[1], here[1], next[1], after[1], t);
      }
    }
    return new Outline(xs, ys);
  }

  private static double spline(double a, double b, double c, double d, double t) {
    return 0.5
        * (2 * b + t * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * b - a - 3 * c + d))));
  }

  /** Distance to the curve in mm, positive inside; -{@value #MARGIN} or less far outside. */
  double depth(double x, double y) {
    double u = (x - left) / STEP;
    double v = (y - top) / STEP;
    int column = (int) u;
    int row = (int) v;
    if (u < 0 || v < 0 || column >= columns - 1 || row >= rows - 1) {
      return -MARGIN;
    }
    double a = u - column;
    double b = v - row;
    int at = row * columns + column;
    double upper = distances[at] + a * (distances[at + 1] - distances[at]);
    double lower =
        distances[at + columns] + a * (distances[at + columns + 1] - distances[at + columns]);
    return upper + b * (lower - upper);
  }

  /** Signed distance to a polygon, positive inside (even-odd rule). */
  private static double distance(double[] xs, double[] ys, double x, double y) {
    double nearest = Double.MAX_VALUE;
    boolean inside = false;
    int last = xs.length - 1;
    for (int i = 0; i < xs.length; last = i, i++) {
      double ex = xs[last] - xs[i];
      double ey = ys[last] - ys[i];
      double wx = x - xs[i];
      double wy = y - ys[i];
      double t = Math.max(0, Math.min(1, (wx * ex + wy * ey) / (ex * ex + ey * ey)));
      double dx = wx - t * ex;
      double dy = wy - t * ey;
      nearest = Math.min(nearest, dx * dx + dy * dy);
      if ((ys[i] > y) != (ys[last] > y) && x < xs[i] + ex * (y - ys[i]) / ey) {
        inside = !inside;
      }
    }
    return inside ? Math.sqrt(nearest) : -Math.sqrt(nearest);
  }

  private static double least(double[] values) {
    double result = values[0];
    for (double value : values) {
      result = Math.min(result, value);
    }
    return result;
  }

  private static double greatest(double[] values) {
    double result = values[0];
    for (double value : values) {
      result = Math.max(result, value);
    }
    return result;
  }
}
