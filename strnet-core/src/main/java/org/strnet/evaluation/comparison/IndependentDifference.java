package org.strnet.evaluation.comparison;

import java.util.OptionalDouble;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.strnet.evaluation.estimate.Estimate;
import org.strnet.evaluation.estimate.Interval;

/** Differences between figures of two groups of films that have no film in common. */
public final class IndependentDifference {

  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  private IndependentDifference() {}

  /**
   * Of two figures with standard errors.
   *
   * @param first figure
   * @param second figure
   * @param standardError of the difference, not negative
   * @param n films of both
   * @param method how the errors were obtained
   */
  public static Difference normal(
      double first, double second, double standardError, int n, String method) {
    double difference = first - second;
    if (!(standardError > 0)) {
      return Difference.of(Estimate.ofValue(difference, n, method + ": no interval, no variation"));
    }
    double reach = Interval.Z * standardError;
    Interval interval = new Interval(difference - reach, difference + reach);
    return Difference.of(
        Estimate.of(difference, interval, n, method), twoSided(difference / standardError));
  }

  /** Two means of values. */
  public static Difference ofMeans(ClusteredMean first, ClusteredMean second) {
    return normal(
        first.value(),
        second.value(),
        Math.hypot(first.standardError(), second.standardError()),
        first.films() + second.films(),
        "normal 95 %, errors by patient");
  }

  /**
   * Two proportions: Newcombe's interval from the two Wilson intervals (1998, Statistics in
   * Medicine 17:873, method 10) and the score test, both at the number of independent films that
   * the films are worth.
   */
  public static Difference ofProportions(ClusteredMean first, ClusteredMean second) {
    double m = first.effectiveFilms();
    double n = second.effectiveFilms();
    double p = first.value();
    double q = second.value();
    double down = Math.hypot(p - wilson(p, m, -Interval.Z), wilson(q, n, Interval.Z) - q);
    double up = Math.hypot(wilson(p, m, Interval.Z) - p, q - wilson(q, n, -Interval.Z));
    double pooled = (m * p + n * q) / (m + n);
    double error = Math.sqrt(pooled * (1 - pooled) * (1 / m + 1 / n));
    Estimate estimate =
        Estimate.of(
            p - q,
            new Interval(p - q - down, p - q + up),
            first.films() + second.films(),
            "Newcombe 95 %, films counted by patient");
    return new Difference(
        estimate,
        OptionalDouble.of(error > 0 ? twoSided((p - q) / error) : 1),
        OptionalDouble.empty());
  }

  /**
   * A difference that has an interval already: the p-value is that of its value over the standard
   * error that the interval's width implies.
   */
  public static Difference ofInterval(Estimate difference) {
    if (difference.interval().isEmpty()) {
      return Difference.of(difference);
    }
    Interval interval = difference.interval().get();
    double error = (interval.high() - interval.low()) / (2 * Interval.Z);
    return Difference.of(difference, twoSided(difference.value().orElseThrow() / error));
  }

  private static double wilson(double p, double n, double z) {
    double spread = z * Math.sqrt(p * (1 - p) / n + z * z / (4 * n * n));
    return (p + z * z / (2 * n) + spread) / (1 + z * z / n);
  }

  /** Two-sided p-value of a standard normal deviate. */
  private static double twoSided(double z) {
    return Math.min(1, 2 * NORMAL.survivalProbability(Math.abs(z)));
  }
}
