package org.strnet.study.plot;

import java.util.ArrayList;
import java.util.List;

/** Cuts a line where it leaves a range of heights. */
final class Clipping {

  private Clipping() {}

  /** The parts of a line through points that lie within two heights. */
  static List<List<Point>> within(List<Point> points, double low, double high) {
    List<List<Point>> parts = new ArrayList<>();
    List<Point> part = new ArrayList<>();
    for (int i = 1; i < points.size(); i++) {
      Point from = points.get(i - 1);
      Point to = points.get(i);
      double[] shares = shares(from.y(), to.y(), low, high);
      if (shares[0] > shares[1]) {
        continue;
      }
      Point start = between(from, to, shares[0]);
      if (part.isEmpty() || !part.get(part.size() - 1).equals(start)) {
        part = new ArrayList<>(List.of(start));
        parts.add(part);
      }
      part.add(between(from, to, shares[1]));
    }
    return parts;
  }

  /**
   * The shares of the way at which a line enters and leaves; out of order when it stays outside.
   */
  private static double[] shares(double from, double to, double low, double high) {
    if (from == to) {
      return from >= low && from <= high ? new double[] {0, 1} : new double[] {1, 0};
    }
    double atLow = (low - from) / (to - from);
    double atHigh = (high - from) / (to - from);
    return new double[] {
      Math.max(0, Math.min(atLow, atHigh)), Math.min(1, Math.max(atLow, atHigh))
    };
  }

  private static Point between(Point from, Point to, double share) {
    if (share == 0) {
      return from;
    }
    return share == 1
        ? to
        : new Point(from.x() + share * (to.x() - from.x()), from.y() + share * (to.y() - from.y()));
  }
}
