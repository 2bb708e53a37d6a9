package org.strnet.evaluation.agreement;

import java.util.OptionalDouble;
import org.strnet.evaluation.estimate.Estimate;

/**
 * Lin's concordance correlation: how close the pairs lie to the line of identity, {@code 2 cov /
 * (var(E) + var(R) + bias^2)} (Lin 1989, Biometrics 45:255, with his denominators n). Its interval
 * is his, on Fisher's scale, with the variance as corrected (Lin 2000, Biometrics 56:324).
 */
public final class Concordance {

  private Concordance() {}

  /** The coefficient, -1 to 1; absent when all numbers are one. */
  public static OptionalDouble of(NumberPairs films) {
    if (films.size() < 2) {
      return OptionalDouble.empty();
    }
    NumberPairs.Moments moments = films.moments();
    double spread = moments.varianceE() + moments.varianceR() + moments.bias() * moments.bias();
    return spread > 0
        ? OptionalDouble.of(Math.max(-1, Math.min(1, 2 * moments.covariance() / spread)))
        : OptionalDouble.empty();
  }

  /** The coefficient with its interval, or why there is none. */
  public static Estimate estimate(NumberPairs films) {
    int n = films.size();
    OptionalDouble coefficient = of(films);
    OptionalDouble correlation = PearsonCorrelation.of(films);
    if (n < 4 || coefficient.isEmpty()) {
      return Estimate.notEstimable(n, "needs at least 4 films whose numbers vary");
    }
    double c = coefficient.getAsDouble();
    if (correlation.isEmpty() || correlation.getAsDouble() == 0 || c == 0) {
      return Estimate.ofValue(c, n, "no interval: the numbers are not correlated");
    }
    double error = standardError(films.moments(), correlation.getAsDouble(), c, n);
    return Estimate.of(c, Spearman.fisher(c, error), n, "Lin, Fisher z 95 %");
  }

  /** On Fisher's scale; 0 at perfect concordance. */
  private static double standardError(NumberPairs.Moments moments, double r, double c, int n) {
    double open = 1 - c * c;
    if (open == 0) {
      return 0;
    }
    double shift =
        moments.bias() * moments.bias() / Math.sqrt(moments.varianceE() * moments.varianceR());
    double variance =
        (1 - r * r) * c * c / (open * r * r)
            + 2 * c * c * c * (1 - c) * shift / (r * open * open)
            - Math.pow(c, 4) * shift * shift / (2 * r * r * open * open);
    return Math.sqrt(Math.max(0, variance) / (n - 2));
  }
}
