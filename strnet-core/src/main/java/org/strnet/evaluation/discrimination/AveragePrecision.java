package org.strnet.evaluation.discrimination;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.strnet.evaluation.estimate.Estimate;
import org.strnet.evaluation.resampling.PatientBootstrap;

/**
 * Area under the precision-recall curve by steps: the sum over thresholds of precision times the
 * recall gained there, without interpolation, as scikit-learn's {@code average_precision_score}.
 * Without skill it is the share of films with the finding, not one half.
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

  /**
   * The area with its interval; the method tells the base rate it is read against.
   *
   * @param films scores and labels
   * @param patients patient of each film
   * @param bootstrap draws the patients
   */
  public static Estimate estimate(
      BinaryScores films, List<String> patients, PatientBootstrap bootstrap) {
    Estimate area =
        bootstrap.estimate(
            patients, rows -> of(films.select(rows)), "needs films with the finding");
    if (!area.isEstimable()) {
      return area;
    }
    double baseRate = (double) films.positives() / films.size();
    String method = String.format(Locale.ROOT, "%s; without skill %.3f", area.method(), baseRate);
    return new Estimate(area.value(), area.interval(), area.n(), method);
  }
}
