package org.strnet.evaluation.discrimination;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.strnet.evaluation.estimate.Estimate;
import org.strnet.evaluation.estimate.Interval;

/**
 * Area under the ROC curve: the share of pairs of a positive and a negative film in which the
 * positive one has the higher score, equal scores counting half. Its variance is that of DeLong et
 * al. (1988, Biometrics 44:837), computed from midranks after Sun and Xu (2014, IEEE Signal
 * Processing Letters 21:1389) in {@code O(n log n)}. Films are taken as independent.
 */
public final class Auroc {

  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  /** Of each positive film, the share of negatives below it. */
  private final double[] positiveShares;

  /** Of each negative film, the share of positives above it. */
  private final double[] negativeShares;

  private Auroc(double[] positiveShares, double[] negativeShares) {
    this.positiveShares = positiveShares;
    this.negativeShares = negativeShares;
  }

  /**
   * The area over films of both labels.
   *
   * @throws IllegalArgumentException if a label does not occur; {@link #estimate(BinaryScores)}
   *     says so in its result instead
   */
  public static Auroc of(BinaryScores films) {
    int m = films.positives();
    int n = films.negatives();
    if (m == 0 || n == 0) {
      throw new IllegalArgumentException(
          "needs films of both labels, found %d positive, %d negative".formatted(m, n));
    }
    double[] all = Ranking.midranks(films.scores());
    double[] amongPositives = Ranking.midranks(scores(films, true, m));
    double[] amongNegatives = Ranking.midranks(scores(films, false, n));
    double[] positiveShares = new double[m];
    double[] negativeShares = new double[n];
    int p = 0;
    int q = 0;
    for (int film = 0; film < films.size(); film++) {
      if (films.isPositive(film)) {
        positiveShares[p] = (all[film] - amongPositives[p]) / n;
        p++;
      } else {
        negativeShares[q] = 1 - (all[film] - amongNegatives[q]) / m;
        q++;
      }
    }
    return new Auroc(positiveShares, negativeShares);
  }

  /** The area with its interval, or why there is none. */
  public static Estimate estimate(BinaryScores films) {
    if (films.positives() == 0 || films.negatives() == 0) {
      return Estimate.notEstimable(
          films.size(),
          "needs films of both labels, found %d positive, %d negative"
              .formatted(films.positives(), films.negatives()));
    }
    return of(films).estimate();
  }

  /** The area, 0 to 1. */
  public double value() {
    return mean(positiveShares);
  }

  /**
   * DeLong's variance of the area.
   *
   * @throws IllegalStateException with fewer than two films of a label
   */
  public double variance() {
    if (positiveShares.length < 2 || negativeShares.length < 2) {
      throw new IllegalStateException("a variance needs two films of each label");
    }
    return covariance(positiveShares, positiveShares) / positiveShares.length
        + covariance(negativeShares, negativeShares) / negativeShares.length;
  }

  /**
   * The area with {@code -+ 1.96} standard errors, kept within 0 and 1. When every pair is ordered
   * the same way the variance is 0, and the interval a point that says nothing of the next film.
   */
  public Estimate estimate() {
    int n = positiveShares.length + negativeShares.length;
    if (positiveShares.length < 2 || negativeShares.length < 2) {
      return Estimate.ofValue(value(), n, "no interval: one film of a label");
    }
    Interval interval = Interval.normal(value(), Math.sqrt(variance()), 0, 1);
    return Estimate.of(value(), interval, n, "DeLong 95 %");
  }

  /**
   * A paired comparison of two areas on the same films.
   *
   * @param difference this area minus the other, with its 95 % interval
   * @param p two-sided p-value of no difference
   */
  public record Comparison(Estimate difference, double p) {}

  /**
   * Compares with another score of the same films, in the same order (DeLong's paired test).
   *
   * @throws IllegalArgumentException if the numbers of films differ or are below two of a label
   */
  public Comparison compare(Auroc other) {
    int m = positiveShares.length;
    int n = negativeShares.length;
    if (other.positiveShares.length != m || other.negativeShares.length != n || m < 2 || n < 2) {
      throw new IllegalArgumentException(
          "a paired comparison needs the same films, at least two of each label; found %d + %d, %d + %d"
              .formatted(m, n, other.positiveShares.length, other.negativeShares.length));
    }
    double difference = value() - other.value();
    double shared =
        covariance(positiveShares, other.positiveShares) / m
            + covariance(negativeShares, other.negativeShares) / n;
    double error = Math.sqrt(Math.max(0, variance() + other.variance() - 2 * shared));
    Estimate estimate =
        Estimate.of(
            difference, Interval.normal(difference, error, -1, 1), m + n, "DeLong paired 95 %");
    return new Comparison(estimate, pValue(difference, error));
  }

  private static double pValue(double difference, double error) {
    if (error == 0) {
      return difference == 0 ? 1 : 0;
    }
    return 2 * NORMAL.survivalProbability(Math.abs(difference) / error);
  }

  private static double[] scores(BinaryScores films, boolean label, int count) {
    double[] chosen = new double[count];
    int next = 0;
    for (int film = 0; film < films.size(); film++) {
      if (films.isPositive(film) == label) {
        chosen[next++] = films.score(film);
      }
    }
    return chosen;
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).sum() / values.length;
  }

  private static double covariance(double[] a, double[] b) {
    double meanA = mean(a);
    double meanB = mean(b);
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (a[i] - meanA) * (b[i] - meanB);
    }
    return sum / (a.length - 1);
  }
}
