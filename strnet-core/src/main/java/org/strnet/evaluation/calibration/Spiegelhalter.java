package org.strnet.evaluation.calibration;

import org.apache.commons.statistics.distribution.NormalDistribution;
import org.strnet.evaluation.estimate.Estimate;

/**
 * Spiegelhalter's test of calibration (1986, Statistics in Medicine 5:421): {@code z = sum (y -
 * p)(1 - 2p) / sqrt(sum (1 - 2p)^2 p (1 - p))} is standard normal when every probability is true.
 * It judges probabilities far from one half; a small p says that they are off, not how.
 *
 * @param z the statistic
 * @param p two-sided p-value
 */
public record Spiegelhalter(Estimate z, Estimate p) {

  private static final String METHOD = "Spiegelhalter";

  /** The test, or why there is none: its variance is 0 when all probabilities are 0, 0.5 or 1. */
  public static Spiegelhalter of(PredictedProbabilities films) {
    double sum = 0;
    double variance = 0;
    for (int film = 0; film < films.size(); film++) {
      double p = films.value(film);
      double weight = 1 - 2 * p;
      sum += ((films.isPositive(film) ? 1 : 0) - p) * weight;
      variance += weight * weight * p * (1 - p);
    }
    int n = films.size();
    if (!(variance > 0)) {
      Estimate none =
          Estimate.notEstimable(n, "needs films whose probability is none of 0, 0.5 and 1");
      return new Spiegelhalter(none, none);
    }
    double z = sum / Math.sqrt(variance);
    double p = 2 * NormalDistribution.of(0, 1).survivalProbability(Math.abs(z));
    return new Spiegelhalter(Estimate.ofValue(z, n, METHOD), Estimate.ofValue(p, n, METHOD));
  }
}
