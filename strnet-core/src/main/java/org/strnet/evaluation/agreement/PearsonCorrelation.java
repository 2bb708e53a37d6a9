package org.strnet.evaluation.agreement;

import java.util.OptionalDouble;
import org.strnet.evaluation.estimate.Estimate;
import org.strnet.evaluation.estimate.Interval;

/**
 * Pearson's correlation of estimate and reference, with the interval of Fisher's transformation
 * {@code tanh(atanh(r) -+ 1.96 / sqrt(n - 3))} (Fisher 1921, Metron 1:3).
 */
public final class PearsonCorrelation {

  private PearsonCorrelation() {}

  /** The correlation, -1 to 1; absent when either side does not vary. */
  public static OptionalDouble of(NumberPairs films) {
    if (films.size() < 2) {
      return OptionalDouble.empty();
    }
    NumberPairs.Moments moments = films.moments();
    double scale = Math.sqrt(moments.varianceE()) * Math.sqrt(moments.varianceR());
    if (!(scale > 0)) {
      return OptionalDouble.empty();
    }
    return OptionalDouble.of(Math.max(-1, Math.min(1, moments.covariance() / scale)));
  }

  /** The correlation with its interval, or why there is none. */
  public static Estimate estimate(NumberPairs films) {
    int n = films.size();
    OptionalDouble r = of(films);
    if (n < 4 || r.isEmpty()) {
      return Estimate.notEstimable(n, "needs at least 4 films whose numbers vary");
    }
    double value = r.getAsDouble();
    double reach = Interval.Z / Math.sqrt(n - 3);
    double z = atanh(value);
    Interval interval = new Interval(Math.tanh(z - reach), Math.tanh(z + reach));
    return Estimate.of(value, interval, n, "Fisher z 95 %");
  }

  /** Infinite at -1 and 1, where tanh brings it back. */
  private static double atanh(double r) {
    return 0.5 * Math.log((1 + r) / (1 - r));
  }
}
