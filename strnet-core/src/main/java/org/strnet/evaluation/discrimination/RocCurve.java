package org.strnet.evaluation.discrimination;

import java.util.ArrayList;
import java.util.List;

/**
 * Receiver operating characteristic: what each threshold finds and what it costs.
 *
 * @param points from nothing referred to everything referred
 */
public record RocCurve(List<Point> points) {

  /**
   * One threshold.
   *
   * @param threshold films with this score or a higher one are referred; infinite at the first
   *     point
   * @param falsePositiveRate 1 - specificity
   * @param truePositiveRate sensitivity
   */
  public record Point(double threshold, double falsePositiveRate, double truePositiveRate) {}

  /** Copies the points. */
  public RocCurve {
    points = List.copyOf(points);
  }

  /**
   * The curve with one point per distinct score.
   *
   * @throws IllegalArgumentException if a label does not occur
   */
  public static RocCurve of(BinaryScores films) {
    int positives = films.positives();
    int negatives = films.negatives();
    if (positives == 0 || negatives == 0) {
      throw new IllegalArgumentException(films.bothLabels());
    }
    List<Point> points = new ArrayList<>();
    points.add(new Point(Double.POSITIVE_INFINITY, 0, 0));
    ThresholdSweep.down(
        films,
        (threshold, found, cost) ->
            points.add(
                new Point(threshold, (double) cost / negatives, (double) found / positives)));
    return new RocCurve(points);
  }

  /** Area by trapezoids, equal to {@link Auroc#value()}. */
  public double area() {
    double area = 0;
    for (int i = 1; i < points.size(); i++) {
      Point a = points.get(i - 1);
      Point b = points.get(i);
      area +=
          (b.falsePositiveRate() - a.falsePositiveRate())
              * (a.truePositiveRate() + b.truePositiveRate())
              / 2;
    }
    return area;
  }
}
