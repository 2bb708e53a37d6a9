package org.strnet.evaluation.resampling;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.strnet.evaluation.estimate.Estimate;
import org.strnet.evaluation.estimate.Interval;

/**
 * Percentile intervals by resampling patients, with all their films, because films of one patient
 * are not independent (Efron and Tibshirani 1993, chapter 13). The limits are the 2.5th and 97.5th
 * percentiles with linear interpolation (R's type 7).
 *
 * <p>A resample in which the statistic does not exist, for instance because a label is missing, is
 * left out; when that happens to more than one in ten there is no interval.
 *
 * @param repetitions resamples, at least 100
 * @param seed of the draws; the same seed gives the same interval
 */
public record PatientBootstrap(int repetitions, long seed) {

  /** Checks the number of resamples. */
  public PatientBootstrap {
    if (repetitions < 100) {
      throw new IllegalArgumentException("needs at least 100 resamples, found " + repetitions);
    }
  }

  /**
   * A statistic with its interval.
   *
   * @param patients patient of each film
   * @param statistic of some films, named by their index, a film as often as it is named; absent
   *     where it does not exist
   * @param rule what the statistic needs, said when it does not exist on all films
   */
  public Estimate estimate(
      List<String> patients, Function<int[], OptionalDouble> statistic, String rule) {
    int n = patients.size();
    int[] all = new int[n];
    Arrays.setAll(all, film -> film);
    OptionalDouble value = statistic.apply(all);
    if (value.isEmpty()) {
      return Estimate.notEstimable(n, rule);
    }
    List<int[]> groups = groups(patients);
    double[] resampled = resample(groups, statistic);
    String method =
        "bootstrap over %d patients, 95 %%, B = %d".formatted(groups.size(), repetitions);
    if (groups.size() < 2 || resampled.length < 0.9 * repetitions) {
      return Estimate.ofValue(
          value.getAsDouble(), n, method + ": too few patients for an interval");
    }
    Arrays.sort(resampled);
    Interval interval = new Interval(quantile(resampled, 0.025), quantile(resampled, 0.975));
    return Estimate.of(value.getAsDouble(), interval, n, method);
  }

  private double[] resample(List<int[]> groups, Function<int[], OptionalDouble> statistic) {
    UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(seed);
    double[] values = new double[repetitions];
    int kept = 0;
    for (int draw = 0; draw < repetitions; draw++) {
      int[][] drawn = new int[groups.size()][];
      int films = 0;
      for (int i = 0; i < drawn.length; i++) {
        drawn[i] = groups.get(random.nextInt(groups.size()));
        films += drawn[i].length;
      }
      OptionalDouble value = statistic.apply(joined(drawn, films));
      if (value.isPresent()) {
        values[kept++] = value.getAsDouble();
      }
    }
    return Arrays.copyOf(values, kept);
  }

  private static int[] joined(int[][] drawn, int films) {
    int[] rows = new int[films];
    int next = 0;
    for (int[] group : drawn) {
      System.arraycopy(group, 0, rows, next, group.length);
      next += group.length;
    }
    return rows;
  }

  private static List<int[]> groups(List<String> patients) {
    Map<String, List<Integer>> films = new LinkedHashMap<>();
    for (int film = 0; film < patients.size(); film++) {
      films.computeIfAbsent(patients.get(film), key -> new ArrayList<>()).add(film);
    }
    return films.values().stream()
        .map(own -> own.stream().mapToInt(Integer::intValue).toArray())
        .toList();
  }

  static double quantile(double[] sorted, double share) {
    double position = share * (sorted.length - 1);
    int below = (int) Math.floor(position);
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
  }
}
