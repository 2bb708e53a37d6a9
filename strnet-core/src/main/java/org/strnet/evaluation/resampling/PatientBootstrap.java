package org.strnet.evaluation.resampling;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.commons.rng.JumpableUniformRandomProvider;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.strnet.evaluation.estimate.Estimate;
import org.strnet.evaluation.estimate.Interval;

/**
 * 95 % intervals by resampling patients, with all their films, because films of one patient are not
 * independent (Efron and Tibshirani 1993, chapters 13 and 14). Percentiles are interpolated
 * linearly (R's type 7).
 *
 * <p>A resample in which the statistic does not exist, for instance because a label is missing, is
 * left out; when that happens to more than one in ten there is no interval. Nor is there one when
 * both limits coincide: a cohort without an error says little of the next film, and a width of 0
 * would hide it.
 *
 * <p>Resamples are drawn and evaluated in parallel. Each draws from its own stretch of one stream
 * of random numbers, so the result is the same for any number of threads.
 *
 * @param repetitions resamples, at least 100
 * @param seed of the draws; the same seed gives the same interval
 * @param interval how the limits are read
 */
public record PatientBootstrap(int repetitions, long seed, BootstrapInterval interval) {

  /** Checks the number of resamples. */
  public PatientBootstrap {
    if (repetitions < 100) {
      throw new IllegalArgumentException("needs at least 100 resamples, found " + repetitions);
    }
  }

  /** Percentile intervals. */
  public PatientBootstrap(int repetitions, long seed) {
    this(repetitions, seed, BootstrapInterval.PERCENTILE);
  }

  /**
   * A statistic with its interval, patients drawn from one pool.
   *
   * @param patients patient of each film
   * @param statistic of some films, named by their index, a film as often as it is named; absent
   *     where it does not exist; called from several threads
   * @param rule what the statistic needs, said when it does not exist on all films
   */
  public Estimate estimate(
      List<String> patients, Function<int[], OptionalDouble> statistic, String rule) {
    return estimate(ResampledPatients.of(patients), statistic, rule);
  }

  /** The same with patients drawn as told. */
  public Estimate estimate(
      ResampledPatients patients, Function<int[], OptionalDouble> statistic, String rule) {
    int n = patients.films();
    int[] all = new int[n];
    Arrays.setAll(all, film -> film);
    OptionalDouble value = statistic.apply(all);
    if (value.isEmpty()) {
      return Estimate.notEstimable(n, rule);
    }
    double estimate = value.getAsDouble();
    if (patients.size() < 2) {
      return without(estimate, patients, "too few patients for an interval");
    }
    double[] resampled = resample(patients, statistic);
    if (resampled.length < 0.9 * repetitions) {
      return without(
          estimate, patients, "no interval, more than a tenth of the resamples have no value");
    }
    Optional<Interval> limits = limits(estimate, resampled, patients, statistic);
    if (limits.isEmpty()) {
      return without(estimate, patients, "no interval, bias or skewness cannot be told");
    }
    return limits.get().low() == limits.get().high()
        ? without(estimate, patients, "no interval, its limits coincide")
        : Estimate.of(estimate, limits.get(), n, method(patients));
  }

  private Estimate without(double estimate, ResampledPatients patients, String reason) {
    return Estimate.ofValue(estimate, patients.films(), method(patients) + ": " + reason);
  }

  private String method(ResampledPatients patients) {
    return "%s over %d patients%s, 95 %%, B = %d, seed %d"
        .formatted(
            interval.words(),
            patients.size(),
            patients.strata() > 1 ? " in %d strata".formatted(patients.strata()) : "",
            repetitions,
            seed);
  }

  private Optional<Interval> limits(
      double estimate,
      double[] sorted,
      ResampledPatients patients,
      Function<int[], OptionalDouble> statistic) {
    if (interval == BootstrapInterval.PERCENTILE) {
      return Optional.of(new Interval(quantile(sorted, 0.025), quantile(sorted, 0.975)));
    }
    return BcaShift.of(estimate, sorted, patients, statistic)
        .map(
            shift ->
                new Interval(
                    quantile(sorted, shift.share(-Interval.Z)),
                    quantile(sorted, shift.share(Interval.Z))));
  }

  /** The values of the resamples that have one, in ascending order. */
  private double[] resample(ResampledPatients patients, Function<int[], OptionalDouble> statistic) {
    JumpableUniformRandomProvider stream =
        (JumpableUniformRandomProvider) RandomSource.XO_SHI_RO_256_PP.create(seed);
    UniformRandomProvider[] stretches =
        Stream.generate(stream::jump).limit(repetitions).toArray(UniformRandomProvider[]::new);
    return Arrays.stream(stretches)
        .parallel()
        .map(random -> statistic.apply(patients.draw(random)))
        .flatMapToDouble(OptionalDouble::stream)
        .sorted()
        .toArray();
  }

  static double quantile(double[] sorted, double share) {
    double position = share * (sorted.length - 1);
    int below = (int) Math.floor(position);
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
  }
}
