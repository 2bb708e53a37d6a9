package org.strnet.evaluation.agreement;

import java.util.List;
import org.strnet.evaluation.accuracy.ConfusionCounts;
import org.strnet.evaluation.estimate.Estimate;
import org.strnet.evaluation.estimate.Interval;

/**
 * Whether stated intervals hold what they state.
 *
 * @param coverage share of references within their interval, limits included, with its Wilson
 *     interval
 * @param meanWidth mean width of the intervals, in the unit of the numbers: coverage alone is easy
 */
public record IntervalCoverage(Estimate coverage, Estimate meanWidth) {

  /**
   * Counts the references that are covered.
   *
   * @param intervals as stated, one per film
   * @param references finite, one per film
   */
  public static IntervalCoverage of(List<Interval> intervals, double[] references) {
    if (intervals.size() != references.length) {
      throw new IllegalArgumentException(
          "one reference per interval, found %d and %d"
              .formatted(references.length, intervals.size()));
    }
    int covered = 0;
    double width = 0;
    for (int film = 0; film < references.length; film++) {
      if (!Double.isFinite(references[film])) {
        throw new IllegalArgumentException("a reference must be finite: " + references[film]);
      }
      Interval interval = intervals.get(film);
      covered += interval.low() <= references[film] && references[film] <= interval.high() ? 1 : 0;
      width += interval.high() - interval.low();
    }
    int n = references.length;
    String rule = "needs films with an interval";
    return new IntervalCoverage(
        ConfusionCounts.proportion(covered, n, rule),
        n == 0
            ? Estimate.notEstimable(0, rule)
            : Estimate.ofValue(width / n, n, "mean width of the stated intervals"));
  }
}
