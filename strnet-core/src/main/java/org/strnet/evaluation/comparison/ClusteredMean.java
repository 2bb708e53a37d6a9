package org.strnet.evaluation.comparison;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.strnet.evaluation.estimate.Estimate;
import org.strnet.evaluation.estimate.Interval;

/**
 * A mean over films with the standard error that counts patients: residuals are summed within each
 * patient before they are squared (the ratio estimator of Rao and Scott 1992, Biometrics 48:577).
 * With one film per patient it is the ordinary standard error.
 *
 * @param value the mean
 * @param standardError of the mean; 0 when all values are equal
 * @param films it is the mean of
 * @param patients they are of
 * @param largestEffect films over the number of independent films they are worth when the films of
 *     a patient are all alike: {@code sum m^2 / sum m} over patients of m films
 */
public record ClusteredMean(
    double value, double standardError, int films, int patients, double largestEffect) {

  /**
   * The mean of some values.
   *
   * @param values finite, one per film, at least one
   * @param patients of the same films
   */
  public static ClusteredMean of(double[] values, List<String> patients) {
    int n = values.length;
    if (n == 0 || patients.size() != n) {
      throw new IllegalArgumentException(
          "at least one value and a patient for each, found %d and %d"
              .formatted(n, patients.size()));
    }
    double mean = 0;
    for (double value : values) {
      mean += value / n;
    }
    Map<String, double[]> sums = new HashMap<>();
    for (int film = 0; film < n; film++) {
      double[] own = sums.computeIfAbsent(patients.get(film), unused -> new double[2]);
      own[0] += values[film] - mean;
      own[1]++;
    }
    double squares = 0;
    double sizes = 0;
    for (double[] own : sums.values()) {
      squares += own[0] * own[0];
      sizes += own[1] * own[1];
    }
    int g = sums.size();
    double error = g < 2 ? 0 : Math.sqrt(squares * g / (g - 1)) / n;
    return new ClusteredMean(mean, error, n, g, sizes / n);
  }

  /** The mean with its interval. */
  public Estimate estimate() {
    return standardError > 0
        ? Estimate.of(
            value,
            new Interval(value - Interval.Z * standardError, value + Interval.Z * standardError),
            films,
            "normal 95 %%, errors over %d patients".formatted(patients))
        : Estimate.ofValue(value, films, "no interval: no variation between patients");
  }

  /**
   * Of a proportion, how many independent films the films are worth: at most their number. Without
   * any variation the films of a patient are taken as one.
   */
  public double effectiveFilms() {
    double binomial = value * (1 - value);
    return binomial < 1e-12 || standardError == 0
        ? films / largestEffect
        : Math.min(films, binomial / (standardError * standardError));
  }
}
