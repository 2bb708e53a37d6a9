package org.strnet.evaluation.multiclass;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.strnet.evaluation.estimate.Estimate;
import org.strnet.evaluation.resampling.PatientBootstrap;

/**
 * Estimated and reference classes of the same films.
 *
 * @param classes names in their order, at least two, no two alike
 * @param estimates index of the class, one per film
 * @param references index of the class, one per film
 */
public record ClassPairs(List<String> classes, int[] estimates, int[] references) {

  /** Copies and checks. */
  public ClassPairs {
    classes = List.copyOf(classes);
    if (classes.size() < 2 || classes.stream().distinct().count() != classes.size()) {
      throw new IllegalArgumentException("needs two classes or more, each once, found " + classes);
    }
    if (estimates.length != references.length) {
      throw new IllegalArgumentException(
          "one reference per estimate, found %d and %d"
              .formatted(references.length, estimates.length));
    }
    estimates = checked(estimates, classes.size());
    references = checked(references, classes.size());
  }

  private static int[] checked(int[] indices, int classes) {
    for (int index : indices) {
      if (index < 0 || index >= classes) {
        throw new IllegalArgumentException(
            "a class must be 0 to %d, found %d".formatted(classes - 1, index));
      }
    }
    return indices.clone();
  }

  /** A copy of the estimates. */
  @Override
  public int[] estimates() {
    return estimates.clone();
  }

  /** A copy of the references. */
  @Override
  public int[] references() {
    return references.clone();
  }

  /** Number of films. */
  public int size() {
    return estimates.length;
  }

  /** The counts. */
  public ClassTable table() {
    int[] all = new int[size()];
    for (int film = 0; film < all.length; film++) {
      all[film] = film;
    }
    return table(all);
  }

  private ClassTable table(int[] rows) {
    int[][] counts = new int[classes.size()][classes.size()];
    for (int film : rows) {
      counts[references[film]][estimates[film]]++;
    }
    return new ClassTable(classes, counts);
  }

  /** Quadratic-weighted kappa with its interval. */
  public Estimate kappa(List<String> patients, PatientBootstrap bootstrap) {
    return resampled(patients, bootstrap, ClassTable::kappa, "needs films of two classes");
  }

  /** Macro-F1 with its interval. */
  public Estimate macroF1(List<String> patients, PatientBootstrap bootstrap) {
    return resampled(patients, bootstrap, ClassTable::macroF1, "needs films");
  }

  private Estimate resampled(
      List<String> patients,
      PatientBootstrap bootstrap,
      Function<ClassTable, OptionalDouble> statistic,
      String rule) {
    return bootstrap.estimate(patients, rows -> statistic.apply(table(rows)), rule);
  }
}
