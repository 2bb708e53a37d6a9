package org.strnet.evaluation.discrimination;

import java.util.ArrayList;
import java.util.List;

/**
 * Precision against recall: how many of the referred films have the finding, and how many of those
 * with the finding are referred. Points as scikit-learn's {@code precision_recall_curve}, without
 * the one at recall 0 that no threshold has.
 *
 * @param points from the fewest films referred to all
 * @param baseRate share of films with the finding: the precision without skill
 */
public record PrecisionRecallCurve(List<Point> points, double baseRate) {

  /**
   * One threshold.
   *
   * @param threshold films with this score or a higher one are referred
   * @param recall share of films with the finding that are referred (sensitivity)
   * @param precision share of referred films that have the finding (positive predictive value)
   */
  public record Point(double threshold, double recall, double precision) {}

  /** Copies the points. */
  public PrecisionRecallCurve {
    points = List.copyOf(points);
  }

  /**
   * The curve with one point per distinct score.
   *
   * @throws IllegalArgumentException without a positive film
   */
  public static PrecisionRecallCurve of(BinaryScores films) {
    double positives = films.positives();
    if (positives == 0) {
      throw new IllegalArgumentException(
          "needs films with the finding, found none of " + films.size());
    }
    List<Point> points = new ArrayList<>();
    ThresholdSweep.down(
        films,
        (threshold, found, cost) ->
            points.add(new Point(threshold, found / positives, (double) found / (found + cost))));
    return new PrecisionRecallCurve(points, positives / films.size());
  }
}
