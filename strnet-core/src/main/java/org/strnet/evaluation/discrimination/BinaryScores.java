package org.strnet.evaluation.discrimination;

import java.util.Arrays;

/**
 * Scores of films with a binary label.
 *
 * @param scores finite, higher for positive
 * @param positive the labels
 */
public record BinaryScores(double[] scores, boolean[] positive) {

  /** Copies and checks. */
  public BinaryScores {
    if (scores.length != positive.length) {
      throw new IllegalArgumentException(
          "one label per score, found %d and %d".formatted(scores.length, positive.length));
    }
    for (double score : scores) {
      if (!Double.isFinite(score)) {
        throw new IllegalArgumentException("a score must be finite, found " + score);
      }
    }
    scores = scores.clone();
    positive = positive.clone();
  }

  /** A copy of the scores. */
  @Override
  public double[] scores() {
    return scores.clone();
  }

  /** A copy of the labels. */
  @Override
  public boolean[] positive() {
    return positive.clone();
  }

  /** Number of films. */
  public int size() {
    return scores.length;
  }

  /** Films with a positive label. */
  public int positives() {
    int count = 0;
    for (boolean label : positive) {
      count += label ? 1 : 0;
    }
    return count;
  }

  /** Films with a negative label. */
  public int negatives() {
    return size() - positives();
  }

  /** Some films, a film as often as it is named. */
  public BinaryScores select(int[] rows) {
    double[] chosen = new double[rows.length];
    boolean[] labels = new boolean[rows.length];
    for (int i = 0; i < rows.length; i++) {
      chosen[i] = scores[rows[i]];
      labels[i] = positive[rows[i]];
    }
    return new BinaryScores(chosen, labels);
  }

  double score(int film) {
    return scores[film];
  }

  boolean isPositive(int film) {
    return positive[film];
  }

  /** The scores of one label, lowest first; a negative zero stands among the zeros. */
  double[] sorted(boolean label) {
    double[] chosen = new double[label ? positives() : negatives()];
    int next = 0;
    // A film of the other label is overwritten by the next one: no branch to guess wrongly.
    for (int film = 0; next < chosen.length; film++) {
      chosen[next] = scores[film] + 0.0;
      next += positive[film] == label ? 1 : 0;
    }
    RadixSort.ascending(chosen);
    return chosen;
  }

  boolean hasBothLabels() {
    int positives = positives();
    return positives > 0 && positives < size();
  }

  /** What a figure over both labels needs, and what there is. */
  String bothLabels() {
    return "needs films of both labels, found %d positive, %d negative"
        .formatted(positives(), negatives());
  }

  boolean sameLabels(BinaryScores other) {
    return Arrays.equals(positive, other.positive);
  }
}
