package org.strnet.evaluation.resampling;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.strnet.evaluation.estimate.Interval;

/**
 * Where the BCa interval reads the resampled values (Efron 1987, JASA 82:171): the share {@code
 * Phi(z0 + (z0 + z) / (1 - a (z0 + z)))} in place of {@code Phi(z)}.
 *
 * @param bias z0, the normal quantile of the share of resampled values below the estimate; those
 *     equal to it count half
 * @param acceleration a, a sixth of the skewness of the patients' influence on the estimate
 */
record BcaShift(double bias, double acceleration) {

  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  /**
   * The shift of an estimate.
   *
   * @param resampled values in ascending order
   * @return absent if all values lie on one side of the estimate, if the statistic does not exist
   *     without one of the patients, or if the influences are too skewed for the correction
   */
  static Optional<BcaShift> of(
      double estimate,
      double[] resampled,
      ResampledPatients patients,
      Function<int[], OptionalDouble> statistic) {
    double below = 0;
    for (double value : resampled) {
      below += value < estimate ? 1 : value == estimate ? 0.5 : 0;
    }
    if (below == 0 || below == resampled.length) {
      return Optional.empty();
    }
    double bias = NORMAL.inverseCumulativeProbability(below / resampled.length);
    OptionalDouble acceleration = acceleration(patients, statistic);
    return acceleration.stream()
        .mapToObj(a -> new BcaShift(bias, a))
        .filter(shift -> shift.denominator(-Interval.Z) > 0 && shift.denominator(Interval.Z) > 0)
        .findFirst();
  }

  /** The share of resampled values below the limit, in place of {@code Phi(z)}. */
  double share(double z) {
    return NORMAL.cumulativeProbability(bias + (bias + z) / denominator(z));
  }

  private double denominator(double z) {
    return 1 - acceleration * (bias + z);
  }

  /**
   * Skewness over six of the jackknife's influences; with strata each influence counts by its
   * stratum's size (Davison and Hinkley 1997, section 5.3).
   */
  private static OptionalDouble acceleration(
      ResampledPatients patients, Function<int[], OptionalDouble> statistic) {
    double squares = 0;
    double cubes = 0;
    for (int stratum = 0; stratum < patients.strata(); stratum++) {
      int size = patients.patients(stratum);
      int chosen = stratum;
      double[] left =
          IntStream.range(0, size)
              .parallel()
              .mapToObj(patient -> statistic.apply(patients.without(chosen, patient)))
              .mapToDouble(value -> value.orElse(Double.NaN))
              .toArray();
      double mean = Arrays.stream(left).sum() / size;
      for (double value : left) {
        double influence = (size - 1) * (mean - value) / size;
        squares += influence * influence;
        cubes += influence * influence * influence;
      }
    }
    if (Double.isNaN(squares)) {
      return OptionalDouble.empty();
    }
    return OptionalDouble.of(squares == 0 ? 0 : cubes / (6 * Math.pow(squares, 1.5)));
  }
}
