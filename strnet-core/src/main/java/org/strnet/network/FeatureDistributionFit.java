package org.strnet.network;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.strnet.network.FeatureDistribution.Basis;
import org.strnet.network.FeatureDistribution.Limit;

/**
 * Makes a {@link FeatureDistribution} of pooled features. The limit is chosen on films that means
 * and spreads were not made of: the {@code ceil((n + 1) 0.995)}-th smallest of their n distances,
 * so that about 0.5 % of films like them are refused; below 199 films the largest, which refuses 1
 * in n + 1.
 */
public final class FeatureDistributionFit {

  /** Held-out films below which no limit is chosen: it would refuse more than 1 % of true films. */
  public static final int LEAST_FILMS = 100;

  /** Patients below which it cannot be chosen on training films: one for each of five folds. */
  public static final int LEAST_PATIENTS = 5;

  private static final double PASSING = 0.995;

  /** More than some hundred films can tell, and short to write. */
  private static final MathContext DIGITS = new MathContext(6);

  private FeatureDistributionFit() {}

  /**
   * With a limit chosen on validation films.
   *
   * @param training pooled features of each training film, {@code [C]}; at least 2 films
   * @param validation the same of each validation film; at least 1 film
   */
  public static FeatureDistribution validated(List<float[]> training, List<float[]> validation) {
    Moments moments = Moments.of(training);
    double[] distances = validation.stream().mapToDouble(moments::distance).toArray();
    return moments.with(limit(distances, Basis.VALIDATION));
  }

  /**
   * With a limit chosen on the training films themselves: five folds of patients, each measured
   * with statistics of the other four. Means and spreads are those of all.
   *
   * @param training pooled features of each training film, {@code [C]}
   * @param patients whose film each is; at least 5 patients
   */
  public static FeatureDistribution crossFitted(List<float[]> training, List<String> patients) {
    if (training.size() != patients.size() || new TreeSet<>(patients).size() < LEAST_PATIENTS) {
      throw new IllegalArgumentException(
          "one patient per film and at least %d patients, found %d films, %d patients"
              .formatted(LEAST_PATIENTS, training.size(), new TreeSet<>(patients).size()));
    }
    Map<String, Integer> folds = folds(patients);
    double[] distances = new double[training.size()];
    for (int fold = 0; fold < LEAST_PATIENTS; fold++) {
      List<float[]> others = new ArrayList<>();
      for (int i = 0; i < distances.length; i++) {
        if (folds.get(patients.get(i)) != fold) {
          others.add(training.get(i));
        }
      }
      Moments moments = Moments.of(others);
      for (int i = 0; i < distances.length; i++) {
        if (folds.get(patients.get(i)) == fold) {
          distances[i] = moments.distance(training.get(i));
        }
      }
    }
    return Moments.of(training).with(limit(distances, Basis.CROSS_FITTED));
  }

  /** Patients in turn, in the order of their names. */
  private static Map<String, Integer> folds(List<String> patients) {
    Map<String, Integer> folds = new HashMap<>();
    for (String patient : new TreeSet<>(patients)) {
      folds.put(patient, folds.size() % LEAST_PATIENTS);
    }
    return folds;
  }

  private static Limit limit(double[] distances, Basis basis) {
    int n = distances.length;
    double[] sorted = distances.clone();
    Arrays.sort(sorted);
    // A product that is whole lies at times a hair above; it must not round up.
    int passing = Math.min(n, (int) Math.ceil((n + 1) * PASSING - 1e-9));
    return new Limit(sorted[passing - 1], n, passing, basis);
  }

  /** Means and spreads of films; the limit is still open. */
  private record Moments(int films, double[] means, double[] spreads) {

    static Moments of(List<float[]> films) {
      if (films.size() < 2) {
        throw new IllegalArgumentException("at least 2 films, found " + films.size());
      }
      int channels = films.get(0).length;
      double[] means = new double[channels];
      double[] spreads = new double[channels];
      for (int c = 0; c < channels; c++) {
        int channel = c;
        double mean = films.stream().mapToDouble(film -> film[channel]).average().orElseThrow();
        double squares =
            films.stream()
                .mapToDouble(film -> (film[channel] - mean) * (film[channel] - mean))
                .sum();
        means[c] = rounded(mean);
        spreads[c] = Math.sqrt(squares / (films.size() - 1));
      }
      double least = medianAboveZero(spreads) / 2;
      for (int c = 0; c < channels; c++) {
        spreads[c] = rounded(Math.max(least, spreads[c]));
      }
      return new Moments(films.size(), means, spreads);
    }

    double distance(float[] pooled) {
      return with(new Limit(1, 1, 1, Basis.VALIDATION)).distance(pooled);
    }

    FeatureDistribution with(Limit limit) {
      return new FeatureDistribution(films, means, spreads, limit);
    }

    private static double rounded(double value) {
      return new BigDecimal(value).round(DIGITS).doubleValue();
    }

    private static double medianAboveZero(double[] values) {
      double[] sorted = Arrays.stream(values).filter(value -> value > 0).sorted().toArray();
      if (sorted.length == 0) {
        throw new IllegalArgumentException("every feature is the same on all films");
      }
      int middle = sorted.length / 2;
      return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
  }
}
