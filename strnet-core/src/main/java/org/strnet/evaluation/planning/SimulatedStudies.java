package org.strnet.evaluation.planning;

import java.util.DoubleSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;
import org.strnet.evaluation.accuracy.ConfusionCounts;
import org.strnet.evaluation.discrimination.BinaryScores;
import org.strnet.evaluation.estimate.Estimate;
import org.strnet.evaluation.estimate.Interval;
import org.strnet.evaluation.estimate.Metrics;

/**
 * Studies drawn from a known truth. Every study has a stream of random numbers of its own, so that
 * the result does not depend on the number of threads.
 *
 * @param repetitions studies, 100 to 100000
 * @param seed of the draws
 */
public record SimulatedStudies(int repetitions, long seed) {

  /** Odd, and not the increment with which a seed is expanded: neighbours share no state. */
  private static final long STREAM = 0xD1342543DE82EF95L;

  /** Checks the number of studies. */
  public SimulatedStudies {
    if (repetitions < 100 || repetitions > 100_000) {
      throw new IllegalArgumentException(
          "simulated studies must be 100 to 100000, found " + repetitions);
    }
  }

  /** The interval each study reports; empty where it cannot. */
  List<Optional<Interval>> intervals(Function<Draws, Optional<Interval>> study) {
    return IntStream.range(0, repetitions)
        .parallel()
        .mapToObj(number -> study.apply(draws(number)))
        .toList();
  }

  private Draws draws(int number) {
    UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(seed + number * STREAM);
    return new Draws(random, ZigguratSampler.NormalizedGaussian.of(random));
  }

  /**
   * What studies that ask for a width achieve.
   *
   * @param truth what each interval should hold
   * @param width asked for
   */
  Metrics widths(Function<Draws, Optional<Interval>> study, double truth, double width) {
    List<Optional<Interval>> intervals = intervals(study);
    Map<String, Estimate> achieved = new LinkedHashMap<>();
    achieved.put("mean width of the interval", meanWidth(intervals));
    achieved.put(
        "studies with the width or less", share(intervals, of -> of.high() - of.low() <= width));
    achieved.put("intervals that hold the truth", holding(intervals, truth));
    return new Metrics(achieved);
  }

  /** What studies that ask for an interval above 0 achieve. */
  Metrics power(Function<Draws, Optional<Interval>> study, double truth) {
    List<Optional<Interval>> intervals = intervals(study);
    Map<String, Estimate> achieved = new LinkedHashMap<>();
    achieved.put("power (interval above 0)", share(intervals, of -> of.low() > 0));
    achieved.put("mean width of the interval", meanWidth(intervals));
    achieved.put("intervals that hold the truth", holding(intervals, truth));
    return new Metrics(achieved);
  }

  private Estimate holding(List<Optional<Interval>> intervals, double truth) {
    return share(intervals, of -> of.low() <= truth && truth <= of.high());
  }

  private Estimate share(List<Optional<Interval>> intervals, Predicate<Interval> fulfilled) {
    int count = (int) intervals.stream().flatMap(Optional::stream).filter(fulfilled).count();
    return ConfusionCounts.proportion(count, repetitions, "needs studies");
  }

  private static Estimate meanWidth(List<Optional<Interval>> intervals) {
    DoubleSummaryStatistics widths =
        intervals.stream()
            .flatMap(Optional::stream)
            .mapToDouble(of -> of.high() - of.low())
            .summaryStatistics();
    int n = (int) widths.getCount();
    return n == 0
        ? Estimate.notEstimable(0, "needs studies that report an interval")
        : Estimate.ofValue(widths.getAverage(), n, "mean over simulated studies");
  }

  /**
   * Random numbers of one study.
   *
   * @param random uniform
   * @param gaussian standard normal
   */
  record Draws(UniformRandomProvider random, ZigguratSampler.NormalizedGaussian gaussian) {

    double normal() {
      return gaussian.sample();
    }

    /** Normal with a correlation to a standard normal value, -1 to 1. */
    double normal(double other, double correlation) {
      return correlation * other + Math.sqrt(1 - correlation * correlation) * normal();
    }

    boolean[] labels(int patients, double prevalence) {
      boolean[] labels = new boolean[patients];
      for (int i = 0; i < patients; i++) {
        labels[i] = random.nextDouble() < prevalence;
      }
      return labels;
    }

    /** Standard normal scores, those of positive patients higher by a shift. */
    BinaryScores scores(double[] normals, boolean[] labels, double shift) {
      double[] scores = normals.clone();
      for (int i = 0; i < scores.length; i++) {
        scores[i] += labels[i] ? shift : 0;
      }
      return new BinaryScores(scores, labels);
    }
  }
}
