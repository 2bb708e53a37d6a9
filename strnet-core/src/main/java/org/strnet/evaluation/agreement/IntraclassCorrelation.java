package org.strnet.evaluation.agreement;

import org.apache.commons.statistics.distribution.FDistribution;
import org.strnet.evaluation.estimate.Estimate;
import org.strnet.evaluation.estimate.Interval;

/**
 * Intraclass correlation of estimate and reference as two raters of every film, two-way, single
 * measurement, with the F-based intervals of McGraw and Wong (1996, Psychological Methods 1:30).
 *
 * @param agreement ICC(A,1), absolute agreement: a constant shift lowers it. It is the same number
 *     and interval as ICC(2,1) of Shrout and Fleiss (1979, Psychological Bulletin 86:420); at most
 *     1, and below -1 where few films disagree more within than between
 * @param consistency ICC(C,1), which forgives a constant shift; ICC(3,1) of Shrout and Fleiss
 */
public record IntraclassCorrelation(Estimate agreement, Estimate consistency) {

  /** Both, or why there is none. */
  public static IntraclassCorrelation of(NumberPairs films) {
    int n = films.size();
    if (n < 3) {
      return none(n, "needs at least 3 films");
    }
    NumberPairs.Moments moments = films.moments();
    double sum = moments.varianceE() + moments.varianceR();
    double scale = (double) n / (n - 1);
    double rows = scale * (sum / 2 + moments.covariance());
    double error = Math.max(0, scale * (sum / 2 - moments.covariance()));
    double columns = n * moments.bias() * moments.bias() / 2;
    return sum > 0
        ? new IntraclassCorrelation(agreement(rows, columns, error, n), consistency(rows, error, n))
        : none(n, "needs films whose numbers vary");
  }

  private static IntraclassCorrelation none(int n, String rule) {
    Estimate none = Estimate.notEstimable(n, rule);
    return new IntraclassCorrelation(none, none);
  }

  private static Estimate consistency(double rows, double error, int n) {
    double value = (rows - error) / (rows + error);
    double quantile = quantile(n - 1, n - 1);
    Interval interval =
        new Interval(
            (rows - quantile * error) / (rows + quantile * error),
            (quantile * rows - error) / (quantile * rows + error));
    return Estimate.of(value, interval, n, "ICC(C,1), F 95 %");
  }

  private static Estimate agreement(double rows, double columns, double error, int n) {
    double value = (rows - error) / (rows + error + 2.0 / n * (columns - error));
    String method = "ICC(A,1) = ICC(2,1), F 95 %";
    if (error == 0 && columns == 0) {
      return Estimate.of(1, new Interval(1, 1), n, method);
    }
    // Satterthwaite's degrees of freedom, both parts times the error's mean square, which may be 0.
    double ofColumns = 2 * value * columns;
    double ofError = (n * (1 + value) - 2 * value) * error;
    double sum = ofColumns + ofError;
    double degrees = (n - 1) * sum * sum / ((n - 1) * ofColumns * ofColumns + ofError * ofError);
    if (!(degrees > 0)) {
      return Estimate.ofValue(value, n, method + ": no interval without variation");
    }
    double high = quantile(n - 1, degrees);
    double low = quantile(degrees, n - 1);
    double others = 2 * columns + (n - 2.0) * error;
    double from = clipped(n * (rows - high * error) / (high * others + n * rows));
    double to = clipped(n * (low * rows - error) / (others + n * low * rows));
    // The approximate degrees of freedom break down where raters disagree more than films do.
    return from <= value && value <= to
        ? Estimate.of(value, new Interval(from, to), n, method)
        : Estimate.ofValue(value, n, method + ": no interval at so negative a correlation");
  }

  private static double clipped(double value) {
    return Math.max(-1, Math.min(1, value));
  }

  private static double quantile(double numerator, double denominator) {
    return FDistribution.of(numerator, denominator).inverseSurvivalProbability(0.025);
  }
}
