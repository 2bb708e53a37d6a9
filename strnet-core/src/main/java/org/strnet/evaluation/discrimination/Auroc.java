package org.strnet.evaluation.discrimination;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.stream.Stream;
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

  /** From here on a second thread saves more than it costs. */
  private static final int MANY = 20_000;

  private final BinaryScores films;

  /** Of each positive film, by rising score, twice the number of negatives below it; ties half. */
  private final int[] positives;

  /** Of each negative film, by rising score, twice the number of positives below it; ties half. */
  private final int[] negatives;

  private final double value;

  private Auroc(BinaryScores films) {
    this.films = films;
    double[][] byLabel = byLabel(films);
    double[] high = byLabel[0];
    double[] low = byLabel[1];
    this.positives = new int[high.length];
    this.negatives = new int[low.length];
    merge(high, low);
    this.value = sum(positives) / (2.0 * positives.length * negatives.length);
  }

  /** The sorted scores of positives and negatives, on two threads when there are many. */
  private static double[][] byLabel(BinaryScores films) {
    Stream<Boolean> labels = Stream.of(true, false);
    return (films.size() < MANY ? labels : labels.parallel())
        .map(films::sorted)
        .toArray(double[][]::new);
  }

  /** Counts in one walk over both labels' scores in order. */
  private void merge(double[] high, double[] low) {
    int p = 0;
    int n = 0;
    while (p < high.length && n < low.length) {
      if (high[p] < low[n]) {
        positives[p++] = 2 * n;
      } else if (high[p] > low[n]) {
        negatives[n++] = 2 * p;
      } else {
        int nextP = endOfTie(high, p);
        int nextN = endOfTie(low, n);
        Arrays.fill(positives, p, nextP, n + nextN);
        Arrays.fill(negatives, n, nextN, p + nextP);
        p = nextP;
        n = nextN;
      }
    }
    Arrays.fill(positives, p, high.length, 2 * n);
    Arrays.fill(negatives, n, low.length, 2 * p);
  }

  private static int endOfTie(double[] sorted, int start) {
    int end = start;
    while (end < sorted.length && sorted[end] == sorted[start]) {
      end++;
    }
    return end;
  }

  /**
   * The area over films of both labels.
   *
   * @throws IllegalArgumentException if a label does not occur; {@link #estimate(BinaryScores)}
   *     says so in its result instead
   */
  public static Auroc of(BinaryScores films) {
    if (!films.hasBothLabels()) {
      throw new IllegalArgumentException(films.bothLabels());
    }
    return new Auroc(films);
  }

  /** The area with its interval, or why there is none. */
  public static Estimate estimate(BinaryScores films) {
    return films.hasBothLabels()
        ? new Auroc(films).estimate()
        : Estimate.notEstimable(films.size(), films.bothLabels());
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
    return variance(positives, 2.0 * negatives.length, value)
        + variance(negatives, 2.0 * positives.length, 1 - value);
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

  /** Variance of the mean of one label's placements. */
  private static double variance(int[] counts, double most, double mean) {
    double sum = 0;
    for (int count : counts) {
      double distance = count / most - mean;
      sum += distance * distance;
    }
    return sum / (counts.length - 1) / counts.length;
  }

  private static long sum(int[] counts) {
    long sum = 0;
    for (int count : counts) {
      sum += count;
    }
    return sum;
  }
}
