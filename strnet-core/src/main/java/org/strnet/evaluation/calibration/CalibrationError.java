package org.strnet.evaluation.calibration;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Expected calibration error: the mean distance of a bin's share of positive films from its mean
 * probability, bins weighted by their films (Naeini et al. 2015, AAAI 2901). It depends on the
 * bins, which are therefore printed beside it, and is too large on few films even when every
 * probability is true. Bins are cut as scikit-learn's {@code calibration_curve} cuts them.
 *
 * @param bins those that hold films, lowest first
 */
public record CalibrationError(List<ReliabilityBin> bins) {

  /** Copies the bins. */
  public CalibrationError {
    bins = List.copyOf(bins);
  }

  /**
   * Over bins of equal width.
   *
   * @param count bins, at least 1
   */
  public static CalibrationError equalWidth(PredictedProbabilities films, int count) {
    double[] edges = new double[checked(count) + 1];
    Arrays.setAll(edges, i -> (double) i / count);
    return new CalibrationError(ReliabilityBin.between(edges, films));
  }

  /**
   * Over bins of as equally many films as ties allow: equal probabilities are never parted.
   *
   * @param count bins, at least 1
   */
  public static CalibrationError equalMass(PredictedProbabilities films, int count) {
    checked(count);
    if (films.size() == 0) {
      return new CalibrationError(List.of());
    }
    double[] sorted = films.values();
    Arrays.sort(sorted);
    double[] edges = new double[count + 1];
    Arrays.setAll(edges, i -> quantile(sorted, (double) i / count));
    return new CalibrationError(ReliabilityBin.between(edges, films));
  }

  /** The error, 0 to 1; absent without films. */
  public OptionalDouble value() {
    int n = bins.stream().mapToInt(ReliabilityBin::n).sum();
    return n == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(bins.stream().mapToDouble(bin -> bin.n() * bin.gap()).sum() / n);
  }

  /** The largest distance of a bin, 0 to 1; absent without films. */
  public OptionalDouble largest() {
    return bins.stream().mapToDouble(ReliabilityBin::gap).max();
  }

  private static int checked(int count) {
    if (count < 1) {
      throw new IllegalArgumentException("needs at least 1 bin, found " + count);
    }
    return count;
  }

  /** Linear interpolation, type 7 of R. */
  private static double quantile(double[] sorted, double share) {
    double position = share * (sorted.length - 1);
    int below = (int) position;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
  }
}
