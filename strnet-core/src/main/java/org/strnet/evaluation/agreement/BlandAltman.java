package org.strnet.evaluation.agreement;

import org.apache.commons.statistics.distribution.TDistribution;
import org.strnet.evaluation.estimate.Estimate;
import org.strnet.evaluation.estimate.Interval;

/**
 * Limits of agreement (Bland and Altman 1999, Statistical Methods in Medical Research 8:135). A
 * difference is estimate minus reference, in the unit of the numbers; the intervals are Student's,
 * those of the limits with the paper's standard error {@code sd sqrt(1 / n + 1.96^2 / (2 (n -
 * 1)))}.
 *
 * @param bias mean difference
 * @param lower bias minus 1.96 sd: 2.5 % of differences are expected below
 * @param upper bias plus 1.96 sd
 * @param proportionalSlope slope of the differences on the means of the two numbers; away from 0,
 *     the bias grows or falls with the number, and one pair of limits does not describe it
 * @param proportionalP two-sided p-value of that slope being 0
 */
public record BlandAltman(
    Estimate bias,
    Estimate lower,
    Estimate upper,
    Estimate proportionalSlope,
    Estimate proportionalP) {

  private static final String METHOD = "Bland-Altman, t 95 %";

  /** Films that are needed: the slope's residuals must have a degree of freedom. */
  private static final int LEAST = 3;

  /** Bias, limits and the test of proportional bias, each or why there is none. */
  public static BlandAltman of(NumberPairs films) {
    int n = films.size();
    if (n < LEAST) {
      Estimate none = Estimate.notEstimable(n, "needs at least %d films".formatted(LEAST));
      return new BlandAltman(none, none, none, none, none);
    }
    double[] estimates = films.estimates();
    double[] references = films.references();
    double[] differences = new double[n];
    double[] means = new double[n];
    for (int i = 0; i < n; i++) {
      differences[i] = estimates[i] - references[i];
      means[i] = (estimates[i] + references[i]) / 2;
    }
    NumberPairs.Moments moments = new NumberPairs(differences, means).moments();
    double bias = films.moments().bias();
    double sd = Math.sqrt(moments.varianceE() * n / (n - 1));
    double t = quantile(n - 1);
    double limitReach = t * limitError(sd, n);
    double reach = t * sd / Math.sqrt(n);
    Slope slope = Slope.of(moments, n);
    return new BlandAltman(
        around(bias, reach, n, METHOD),
        around(bias - Interval.Z * sd, limitReach, n, METHOD),
        around(bias + Interval.Z * sd, limitReach, n, METHOD),
        slope.estimate,
        slope.p);
  }

  /**
   * Half-width of the 95 % interval of one limit of agreement.
   *
   * @param sd of the differences, not negative
   * @param n films, at least 3
   */
  public static double limitHalfWidth(double sd, int n) {
    return quantile(n - 1) * limitError(sd, n);
  }

  private static double limitError(double sd, int n) {
    return sd * Math.sqrt(1.0 / n + Interval.Z * Interval.Z / (2.0 * (n - 1)));
  }

  private static double quantile(int degrees) {
    return TDistribution.of(degrees).inverseSurvivalProbability(0.025);
  }

  private static Estimate around(double value, double reach, int n, String method) {
    return Estimate.of(value, new Interval(value - reach, value + reach), n, method);
  }

  /** Least squares of the differences on the means. */
  private record Slope(Estimate estimate, Estimate p) {

    static Slope of(NumberPairs.Moments moments, int n) {
      String method = "regression of the difference on the mean, t 95 %";
      // What rounding leaves of means that are all one is not a spread.
      if (!(moments.varianceR() > 1e-24 * (1 + moments.bias() * moments.bias()))) {
        Estimate none = Estimate.notEstimable(n, "needs films whose numbers vary");
        return new Slope(none, none);
      }
      double slope = moments.covariance() / moments.varianceR();
      double residual = Math.max(0, moments.varianceE() - slope * moments.covariance());
      double error = Math.sqrt(residual / (n - 2) / moments.varianceR());
      double p =
          slope == 0 ? 1 : 2 * TDistribution.of(n - 2).survivalProbability(Math.abs(slope) / error);
      return new Slope(
          around(slope, quantile(n - 2) * error, n, method), Estimate.ofValue(p, n, method));
    }
  }
}
