package org.strnet.evaluation.discrimination;

import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.strnet.evaluation.estimate.Estimate;
import org.strnet.evaluation.estimate.Interval;

/**
 * Area under the ROC curve: the share of pairs of a positive and a negative film in which the
 * positive one has the higher score, equal scores counting half. Its variance is that of DeLong et
 * al. (1988, Biometrics 44:837), computed from ranks in {@code O(n log n)} after Sun and Xu (2014,
 * IEEE Signal Processing Letters 21:1389). Films are taken as independent; where patients have
 * several, {@link ClusteredAuroc} takes them together.
 */
public final class Auroc {

  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  private final BinaryScores films;

  /** Scores of either label, lowest first. */
  private final double[] positives;

  private final double[] negatives;
  private final double value;

  private Auroc(BinaryScores films) {
    this.films = films;
    this.positives = films.sorted(true);
    this.negatives = films.sorted(false);
    this.value =
        sum(positives, negatives, twice -> twice) / (2.0 * positives.length * negatives.length);
  }

  /**
   * The area over films of both labels.
   *
   * @throws IllegalArgumentException if a label does not occur; {@link #estimate(BinaryScores)}
   *     says so in its result instead
   */
  public static Auroc of(BinaryScores films) {
    if (films.positives() == 0 || films.negatives() == 0) {
      throw new IllegalArgumentException(films.bothLabels());
    }
    return new Auroc(films);
  }

  /** The area with its interval, or why there is none. */
  public static Estimate estimate(BinaryScores films) {
    return films.positives() == 0 || films.negatives() == 0
        ? Estimate.notEstimable(films.size(), films.bothLabels())
        : of(films).estimate();
  }

  /** The area, 0 to 1. */
  public double value() {
    return value;
  }

  /**
   * DeLong's variance of the area.
   *
   * @throws IllegalStateException with fewer than two films of a label
   */
  public double variance() {
    if (!hasVariance()) {
      throw new IllegalStateException("a variance needs two films of each label");
    }
    return squares(positives, negatives, value) / (positives.length - 1) / positives.length
        + squares(negatives, positives, 1 - value) / (negatives.length - 1) / negatives.length;
  }

  private boolean hasVariance() {
    return positives.length > 1 && negatives.length > 1;
  }

  /**
   * The area with {@code -+ 1.96} standard errors, kept within 0 and 1. DeLong's variance is 0, and
   * that interval a point that says nothing of the next film, when every pair is ordered alike:
   * then it is Newcombe's (2006, method 5). When all scores are equal the area is 0.5 whatever the
   * films, and has no interval.
   */
  public Estimate estimate() {
    if (!hasVariance()) {
      return Estimate.ofValue(value, films.size(), "no interval: one film of a label");
    }
    return estimate(value, variance(), films.size(), positives.length, negatives.length, "DeLong");
  }

  /** The interval of an area whose variance was estimated by a named method. */
  static Estimate estimate(
      double value, double variance, int n, int positives, int negatives, String method) {
    if (variance > 0) {
      Interval interval = Interval.normal(value, Math.sqrt(variance), 0, 1);
      return Estimate.of(value, interval, n, method + " 95 %");
    }
    if (value == 0 || value == 1) {
      return Estimate.of(
          value,
          NewcombeInterval.of(value, positives, negatives),
          n,
          "Newcombe 95 %, as the variance after " + method + " is 0");
    }
    return Estimate.ofValue(value, n, "no interval: all scores are equal");
  }

  /**
   * A paired comparison of two areas on the same films.
   *
   * @param difference this area minus the other, with its 95 % interval
   * @param p two-sided p-value of no difference; 1 for scores that order the films alike, absent
   *     for others whose difference has no variance
   */
  public record Comparison(Estimate difference, OptionalDouble p) {

    /** By the normal distribution of the difference. */
    static Comparison of(double difference, double variance, int n, String method) {
      if (variance > 0) {
        double error = Math.sqrt(variance);
        return new Comparison(
            Estimate.of(difference, Interval.normal(difference, error, -1, 1), n, method + " 95 %"),
            OptionalDouble.of(2 * NORMAL.survivalProbability(Math.abs(difference) / error)));
      }
      return new Comparison(
          Estimate.ofValue(difference, n, method + ": no interval, the variance is 0"),
          difference == 0 ? OptionalDouble.of(1) : OptionalDouble.empty());
    }
  }

  /**
   * Compares with another score of the same films, in the same order (DeLong's paired test).
   *
   * @throws IllegalArgumentException if the labels differ or are fewer than two of a kind
   */
  public Comparison compare(Auroc other) {
    if (!films.sameLabels(other.films) || !hasVariance()) {
      throw new IllegalArgumentException(
          "a paired comparison needs the same films, at least two of each label; found %d + %d, %d + %d"
              .formatted(
                  positives.length,
                  negatives.length,
                  other.positives.length,
                  other.negatives.length));
    }
    double difference = value - other.value;
    double[] gain = Placements.of(films);
    double[] others = Placements.of(other.films);
    for (int film = 0; film < gain.length; film++) {
      gain[film] -= others[film];
    }
    double variance =
        squares(gain, true, difference) / (positives.length - 1) / positives.length
            + squares(gain, false, difference) / (negatives.length - 1) / negatives.length;
    return Comparison.of(difference, variance, films.size(), "DeLong paired");
  }

  /** Squared distances of one label's gains from their mean. */
  private double squares(double[] gain, boolean label, double mean) {
    double sum = 0;
    for (int film = 0; film < gain.length; film++) {
      if (films.isPositive(film) == label) {
        sum += (gain[film] - mean) * (gain[film] - mean);
      }
    }
    return sum;
  }

  /** Squared distances of each score's share of others below it from their mean. */
  private static double squares(double[] scores, double[] others, double mean) {
    return sum(
        scores,
        others,
        twice -> {
          double distance = twice / 2 / others.length - mean;
          return distance * distance;
        });
  }

  /**
   * Sum over the scores of a term in twice the number of others below them, equal ones counting
   * half; whole numbers, so that sums of them are exact. Both are in order: one walk.
   */
  private static double sum(double[] scores, double[] others, DoubleUnaryOperator term) {
    double sum = 0;
    int below = 0;
    int upTo = 0;
    for (double score : scores) {
      below = skip(others, below, score, false);
      upTo = skip(others, Math.max(below, upTo), score, true);
      sum += term.applyAsDouble((double) below + upTo);
    }
    return sum;
  }

  /** The first index from the given one whose score is not below the limit, or not up to it. */
  private static int skip(double[] sorted, int from, double limit, boolean equalToo) {
    int next = from;
    while (next < sorted.length && (sorted[next] < limit || (equalToo && sorted[next] == limit))) {
      next++;
    }
    return next;
  }
}
