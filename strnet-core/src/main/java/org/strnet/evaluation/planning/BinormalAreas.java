package org.strnet.evaluation.planning;

import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Variance of the empirical AUROC when the scores of both labels are normal with one variance. The
 * AUROC is a two-sample U-statistic, so its variance is a sum over pairs that share both, one or no
 * patient (Hoeffding 1948; Obuchowski and McClish 1997, Statistics in Medicine 16:1529, give the
 * like of it for the smoothed area); each term is a bivariate normal probability.
 */
final class BinormalAreas {

  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  /** Even; the integrand is smooth. */
  private static final int STEPS = 400;

  private BinormalAreas() {}

  /** How far the positive scores lie above the negative ones, in standard deviations. */
  static double shift(double auroc) {
    return Math.sqrt(2) * NORMAL.inverseCumulativeProbability(auroc);
  }

  /** Variance of one area. */
  static double variance(double auroc, int positives, int negatives) {
    return covariance(auroc, auroc, 1, positives, negatives);
  }

  /**
   * Covariance of two areas on the same patients.
   *
   * @param correlation of the two scores within each label, -1 to 1
   */
  static double covariance(
      double first, double second, double correlation, int positives, int negatives) {
    double h = NORMAL.inverseCumulativeProbability(first);
    double k = NORMAL.inverseCumulativeProbability(second);
    double product = first * second;
    double pair = bivariate(h, k, correlation) - product;
    double oneShared = bivariate(h, k, correlation / 2) - product;
    return (pair + (positives + negatives - 2) * oneShared) / ((double) positives * negatives);
  }

  /**
   * {@code P(X < h, Y < k)} of standard normal X and Y of a correlation: Plackett's integral over
   * the correlation (1954, Biometrika 41:351), with its sine as variable, by Simpson's rule.
   */
  static double bivariate(double h, double k, double correlation) {
    double independent = NORMAL.cumulativeProbability(h) * NORMAL.cumulativeProbability(k);
    double end = Math.asin(correlation);
    double sum = 0;
    for (int i = 0; i <= STEPS; i++) {
      double weight = i == 0 || i == STEPS ? 1 : i % 2 == 1 ? 4 : 2;
      sum += weight * density(h, k, end * i / STEPS);
    }
    return independent + sum * end / STEPS / 3 / (2 * Math.PI);
  }

  /**
   * {@code exp(-(h^2 - 2 h k sin + k^2) / (2 cos^2))}, in a form that is exact near a right angle.
   */
  private static double density(double h, double k, double angle) {
    double side = angle >= 0 ? 1 : -1;
    double spread = (h - side * k) / Math.cos(angle);
    return Math.exp(-spread * spread / 2 - side * h * k / (1 + Math.abs(Math.sin(angle))));
  }
}
