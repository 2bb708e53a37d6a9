package org.strnet.evaluation.discrimination;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.strnet.evaluation.estimate.Estimate;

/**
 * Area under the ROC curve of films that are clustered in patients (two knees, several visits),
 * with the variance of Obuchowski (1997, Biometrics 53:567): DeLong's placements are summed by
 * patient, so films of one patient need not be independent. The area is that of {@link Auroc}; with
 * one film per patient so is the variance.
 */
public final class ClusteredAuroc {

  private final BinaryScores films;

  /** Patient of each film, 0 to the number of patients - 1. */
  private final int[] patients;

  private final Residuals residuals;
  private final double value;

  /**
   * Per patient, the sum of its films' placements less the area.
   *
   * @param positive over films with the finding
   * @param negative over films without it
   */
  private record Residuals(double[] positive, double[] negative) {}

  /**
   * How many patients have films of a label.
   *
   * @param patients all
   * @param positive with at least one positive film
   * @param negative with at least one negative film
   */
  private record Clusters(int patients, int positive, int negative) {}

  private ClusteredAuroc(BinaryScores films, int[] patients) {
    this.films = films;
    this.patients = patients;
    this.value = Auroc.of(films).value();
    this.residuals = residuals();
  }

  /**
   * The area over films of both labels.
   *
   * @param films scores and labels
   * @param patients patient of each film
   * @throws IllegalArgumentException if a label does not occur
   */
  public static ClusteredAuroc of(BinaryScores films, List<String> patients) {
    if (patients.size() != films.size()) {
      throw new IllegalArgumentException(
          "one patient per film, found %d and %d".formatted(patients.size(), films.size()));
    }
    Map<String, Integer> index = new HashMap<>();
    int[] numbers =
        patients.stream()
            .mapToInt(patient -> index.computeIfAbsent(patient, unused -> index.size()))
            .toArray();
    return new ClusteredAuroc(films, numbers);
  }

  /** The area with its interval, or why there is none. */
  public static Estimate estimate(BinaryScores films, List<String> patients) {
    return films.hasBothLabels()
        ? of(films, patients).estimate()
        : Estimate.notEstimable(films.size(), films.bothLabels());
  }

  /** The area, 0 to 1. */
  public double value() {
    return value;
  }

  /**
   * Obuchowski's variance of the area.
   *
   * @throws IllegalStateException with fewer than two patients with films of a label
   */
  public double variance() {
    if (!hasVariance()) {
      throw new IllegalStateException("a variance needs two patients with films of each label");
    }
    return variance(residuals);
  }

  /**
   * The area with {@code -+ 1.96} standard errors, kept within 0 and 1; where the variance is 0, as
   * {@link Auroc#estimate()} with patients for films.
   */
  public Estimate estimate() {
    if (!hasVariance()) {
      return Estimate.ofValue(
          value, films.size(), "no interval: one patient with films of a label");
    }
    Clusters clusters = clusters();
    String method = "Obuchowski over %d patients".formatted(clusters.patients());
    return Auroc.estimate(
        value, variance(), films.size(), clusters.positive(), clusters.negative(), method);
  }

  /**
   * Compares with another score of the same films, in the same order.
   *
   * @throws IllegalArgumentException if labels or patients differ, or with fewer than two patients
   *     with films of a label
   */
  public Auroc.Comparison compare(ClusteredAuroc other) {
    if (!films.sameLabels(other.films)
        || !Arrays.equals(patients, other.patients)
        || !hasVariance()) {
      throw new IllegalArgumentException(
          "a paired comparison needs the same films of the same patients, at least two patients for"
              + " each label");
    }
    // The variance is a quadratic form in the residuals, so that of the difference is the form of
    // their difference: no covariance has to be written down.
    Residuals difference =
        new Residuals(
            minus(residuals.positive(), other.residuals.positive()),
            minus(residuals.negative(), other.residuals.negative()));
    return Auroc.Comparison.of(
        value - other.value,
        variance(difference),
        films.size(),
        "Obuchowski paired over %d patients".formatted(clusters().patients()));
  }

  private boolean hasVariance() {
    return clusters().positive() > 1 && clusters().negative() > 1;
  }

  private Clusters clusters() {
    boolean[] positive = new boolean[residuals.positive().length];
    boolean[] negative = new boolean[positive.length];
    for (int film = 0; film < patients.length; film++) {
      (films.isPositive(film) ? positive : negative)[patients[film]] = true;
    }
    return new Clusters(positive.length, count(positive), count(negative));
  }

  private static int count(boolean[] marks) {
    int count = 0;
    for (boolean mark : marks) {
      count += mark ? 1 : 0;
    }
    return count;
  }

  private Residuals residuals() {
    int size = 1 + Arrays.stream(patients).max().orElse(-1);
    Residuals sums = new Residuals(new double[size], new double[size]);
    double[] placements = Placements.of(films);
    for (int film = 0; film < placements.length; film++) {
      double[] own = films.isPositive(film) ? sums.positive() : sums.negative();
      own[patients[film]] += placements[film] - value;
    }
    return sums;
  }

  /** Obuchowski's S10 / M + S01 / N + 2 S11 / (M N). */
  private double variance(Residuals of) {
    Clusters clusters = clusters();
    double m = films.positives();
    double n = films.negatives();
    double positive = product(of.positive(), of.positive()) * unbiased(clusters.positive());
    double negative = product(of.negative(), of.negative()) * unbiased(clusters.negative());
    double both = product(of.positive(), of.negative()) * unbiased(clusters.patients());
    return Math.max(0, positive / m / m + negative / n / n + 2 * both / m / n);
  }

  private static double unbiased(double count) {
    return count / (count - 1);
  }

  private static double product(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  private static double[] minus(double[] a, double[] b) {
    double[] difference = a.clone();
    Arrays.setAll(difference, i -> a[i] - b[i]);
    return difference;
  }
}
