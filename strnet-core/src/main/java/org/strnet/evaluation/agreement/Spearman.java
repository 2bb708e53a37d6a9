package org.strnet.evaluation.agreement;

import java.util.Arrays;
import java.util.Comparator;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.strnet.evaluation.estimate.Estimate;
import org.strnet.evaluation.estimate.Interval;

/**
 * Spearman's rank correlation: Pearson's of the midranks. Its interval is {@code tanh(atanh(r) -+
 * 1.96 sqrt((1 + r^2 / 2) / (n - 3)))} (Bonett and Wright 2000, Psychometrika 65:23).
 */
public final class Spearman {

  private Spearman() {}

  /** The correlation, -1 to 1; absent when either side does not vary. */
  public static OptionalDouble of(NumberPairs films) {
    return PearsonCorrelation.of(
        new NumberPairs(midranks(films.estimates()), midranks(films.references())));
  }

  /** The correlation with its interval, or why there is none. */
  public static Estimate estimate(NumberPairs films) {
    int n = films.size();
    OptionalDouble r = of(films);
    if (n < 4 || r.isEmpty()) {
      return Estimate.notEstimable(n, "needs at least 4 films whose numbers vary");
    }
    double value = r.getAsDouble();
    double error = Math.sqrt((1 + value * value / 2) / (n - 3));
    return Estimate.of(value, fisher(value, error), n, "Fisher z 95 % (Bonett-Wright)");
  }

  /** {@code tanh(atanh(r) -+ 1.96 error)}; a point at -1 and 1. */
  static Interval fisher(double r, double error) {
    double z = 0.5 * Math.log((1 + r) / (1 - r));
    double reach = Interval.Z * error;
    return new Interval(Math.tanh(z - reach), Math.tanh(z + reach));
  }

  private static double[] midranks(double[] values) {
    int[] order =
        IntStream.range(0, values.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> values[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    double[] ranks = new double[values.length];
    int start = 0;
    while (start < order.length) {
      int end = start;
      while (end < order.length && values[order[end]] == values[order[start]]) {
        end++;
      }
      for (int i : Arrays.copyOfRange(order, start, end)) {
        ranks[i] = (start + 1 + end) / 2.0;
      }
      start = end;
    }
    return ranks;
  }
}
