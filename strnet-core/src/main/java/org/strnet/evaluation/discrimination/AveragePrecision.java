package org.strnet.evaluation.discrimination;

import java.util.OptionalDouble;

/**
 * Area under the precision-recall curve by steps: the sum over thresholds of precision times the
 * recall gained there, without interpolation, as scikit-learn's {@code average_precision_score}.
 * Without skill it is the prevalence, not one half.
 */
public final class AveragePrecision {

  private AveragePrecision() {}

  /** The area; absent without a positive film. */
  public static OptionalDouble of(BinaryScores films) {
    int positives = films.positives();
    if (positives == 0) {
      return OptionalDouble.empty();
    }
    double[] area = {0};
    int[] before = {0};
    ThresholdSweep.down(
        films,
        (threshold, found, cost) -> {
          double precision = (double) found / (found + cost);
          area[0] += precision * (found - before[0]) / positives;
          before[0] = found;
        });
    return OptionalDouble.of(area[0]);
  }
}
