package org.strnet.evaluation.multiclass;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.strnet.evaluation.accuracy.ConfusionCounts;
import org.strnet.evaluation.estimate.Estimate;

/**
 * Confusion matrix of ordered classes.
 *
 * @param classes names in their order, at least two
 * @param counts films, {@code [reference][estimate]}, as many rows and columns as classes
 */
public record ClassTable(List<String> classes, int[][] counts) {

  /** Copies and checks. */
  public ClassTable {
    classes = List.copyOf(classes);
    int k = classes.size();
    if (k < 2 || counts.length != k || Arrays.stream(counts).anyMatch(row -> row.length != k)) {
      throw new IllegalArgumentException("needs one row and column per class, at least two: " + k);
    }
    if (Arrays.stream(counts).flatMapToInt(Arrays::stream).anyMatch(count -> count < 0)) {
      throw new IllegalArgumentException("counts must not be negative");
    }
    counts = copied(counts);
  }

  private static int[][] copied(int[][] counts) {
    return Arrays.stream(counts).map(int[]::clone).toArray(int[][]::new);
  }

  /** A copy of the counts. */
  @Override
  public int[][] counts() {
    return copied(counts);
  }

  /** Number of films. */
  public int size() {
    return Arrays.stream(counts).flatMapToInt(Arrays::stream).sum();
  }

  /** Films whose reference is a class. */
  public int referenceCount(int index) {
    return Arrays.stream(counts[index]).sum();
  }

  /** Films whose estimate is a class. */
  public int estimateCount(int index) {
    return Arrays.stream(counts).mapToInt(row -> row[index]).sum();
  }

  /** Share of films in their class, with its Wilson interval. */
  public Estimate accuracy() {
    return ConfusionCounts.proportion(onDiagonal(), size(), "needs films");
  }

  private int onDiagonal() {
    int sum = 0;
    for (int i = 0; i < counts.length; i++) {
      sum += counts[i][i];
    }
    return sum;
  }

  /** Share of the films of a class that are estimated as it, with its Wilson interval. */
  public Estimate recall(int index) {
    return ConfusionCounts.proportion(
        counts[index][index], referenceCount(index), "needs films of " + classes.get(index));
  }

  /** The most frequent reference class; of equally frequent ones the first. */
  public int majority() {
    int best = 0;
    for (int i = 1; i < counts.length; i++) {
      best = referenceCount(i) > referenceCount(best) ? i : best;
    }
    return best;
  }

  /** The accuracy of answering {@link #majority} for every film, with its Wilson interval. */
  public Estimate majorityBaseline() {
    return ConfusionCounts.proportion(referenceCount(majority()), size(), "needs films");
  }

  /**
   * Cohen's kappa with weights {@code (i - j)^2} (Cohen 1968, Psychological Bulletin 70:213): one
   * minus observed over expected squared distance of the classes' indices. Absent when all films
   * and estimates are of one class.
   */
  public OptionalDouble kappa() {
    double observed = 0;
    double expected = 0;
    double n = size();
    for (int i = 0; i < counts.length; i++) {
      for (int j = 0; j < counts.length; j++) {
        double distance = (double) (i - j) * (i - j);
        observed += distance * counts[i][j];
        expected += distance * referenceCount(i) * estimateCount(j) / Math.max(1, n);
      }
    }
    return expected > 0 ? OptionalDouble.of(1 - observed / expected) : OptionalDouble.empty();
  }

  /**
   * Mean over classes of {@code 2 TP / (2 TP + FP + FN)}. A class with neither a film nor an
   * estimate is left out, as scikit-learn does. Absent without films.
   */
  public OptionalDouble macroF1() {
    double sum = 0;
    int occurring = 0;
    for (int i = 0; i < counts.length; i++) {
      int both = referenceCount(i) + estimateCount(i);
      sum += both > 0 ? 2.0 * counts[i][i] / both : 0;
      occurring += both > 0 ? 1 : 0;
    }
    return occurring == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / occurring);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ClassTable table
        && classes.equals(table.classes)
        && Arrays.deepEquals(counts, table.counts);
  }

  @Override
  public int hashCode() {
    return 31 * classes.hashCode() + Arrays.deepHashCode(counts);
  }

  @Override
  public String toString() {
    return "ClassTable[classes=%s, counts=%s]".formatted(classes, Arrays.deepToString(counts));
  }
}
