package org.strnet.evaluation.drift;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * Population stability index of scores against a reference: {@code sum (a - e) ln(a / e)} over bins
 * that hold equal shares of the reference (Siddiqi 2006, Credit Risk Scorecards). Half a film is
 * added to each bin, so that an empty one does not make the index infinite.
 *
 * <p>By convention below 0.1 is stable and 0.25 or more is a shift, but the index of few films is
 * large by chance alone: without any drift {@code index / (1 / n + 1 / m)} follows a chi-squared
 * distribution with one degree of freedom less than bins (Yurdakul and Naranjo 2020, Journal of
 * Risk Model Validation 14(4):89). {@link #chanceLimit} is its 99 % quantile, and an alarm needs
 * both.
 *
 * @param edges between the bins, rising; a score on an edge belongs to the bin above
 * @param reference films of the reference in each bin
 * @param current films of now in each bin
 */
public record PopulationStability(double[] edges, int[] reference, int[] current) {

  /** The index from which one speaks of a moderate change. */
  public static final double WATCH = 0.1;

  /** The index from which one speaks of a shift. */
  public static final double SHIFT = 0.25;

  private static final double CHANCE = 0.01;

  /** Copies and checks. */
  public PopulationStability {
    if (reference.length != edges.length + 1 || current.length != reference.length) {
      throw new IllegalArgumentException("one bin more than edges");
    }
    edges = edges.clone();
    reference = reference.clone();
    current = current.clone();
  }

  /** A copy of the edges. */
  @Override
  public double[] edges() {
    return edges.clone();
  }

  /** A copy of the reference's counts. */
  @Override
  public int[] reference() {
    return reference.clone();
  }

  /** A copy of the current counts. */
  @Override
  public int[] current() {
    return current.clone();
  }

  /**
   * Compares scores.
   *
   * @param reference at least one
   * @param current at least one
   * @param bins at least two
   */
  public static PopulationStability of(double[] reference, double[] current, int bins) {
    double[] sorted = reference.clone();
    Arrays.sort(sorted);
    double[] edges = new double[bins - 1];
    for (int i = 0; i < edges.length; i++) {
      edges[i] = quantile(sorted, (i + 1.0) / bins);
    }
    return new PopulationStability(edges, counts(edges, reference), counts(edges, current));
  }

  /** Between the two nearest ranks, as R's type 7. */
  private static double quantile(double[] sorted, double share) {
    double place = (sorted.length - 1) * share;
    int below = (int) Math.floor(place);
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }

  private static int[] counts(double[] edges, double[] scores) {
    int[] counts = new int[edges.length + 1];
    for (double score : scores) {
      counts[bin(edges, score)]++;
    }
    return counts;
  }

  /** The bin that a score falls into. */
  public static int bin(double[] edges, double score) {
    int bin = 0;
    while (bin < edges.length && score >= edges[bin]) {
      bin++;
    }
    return bin;
  }

  /** The index, 0 or more. */
  public double index() {
    double index = 0;
    for (int bin = 0; bin < reference.length; bin++) {
      double expected = share(reference, bin);
      double actual = share(current, bin);
      index += (actual - expected) * Math.log(actual / expected);
    }
    return index;
  }

  private static double share(int[] counts, int bin) {
    return (counts[bin] + 0.5) / (size(counts) + 0.5 * counts.length);
  }

  private static int size(int[] counts) {
    return Arrays.stream(counts).sum();
  }

  /** What chance alone exceeds once in a hundred times. */
  public double chanceLimit() {
    double scale = 1.0 / size(reference) + 1.0 / size(current);
    return scale
        * ChiSquaredDistribution.of(reference.length - 1.0).inverseSurvivalProbability(CHANCE);
  }

  /** Whether it is a shift by convention, and more than chance. */
  public boolean isShift() {
    return index() >= SHIFT && index() > chanceLimit();
  }

  /** Whether it is a moderate change by convention, and more than chance. */
  public boolean isWatch() {
    return !isShift() && index() >= WATCH && index() > chanceLimit();
  }
}
