package org.strnet.evaluation.discrimination;

import java.util.Arrays;

/**
 * Scores of films for each of several classes, with the class that is so.
 *
 * @param scores a row per film, a finite score per class, higher for the class
 * @param classes class of each film, 0 to the number of classes - 1
 */
public record ClassScores(double[][] scores, int[] classes) {

  /** Copies and checks. */
  public ClassScores {
    if (scores.length != classes.length) {
      throw new IllegalArgumentException(
          "one class per row of scores, found %d and %d".formatted(classes.length, scores.length));
    }
    scores = Arrays.stream(scores).map(double[]::clone).toArray(double[][]::new);
    classes = classes.clone();
    for (int film = 0; film < classes.length; film++) {
      if (scores[film].length != scores[0].length
          || classes[film] < 0
          || classes[film] >= scores[0].length) {
        throw new IllegalArgumentException(
            "film %d must have %d scores and one of their classes, found %d and class %d"
                .formatted(film, scores[0].length, scores[film].length, classes[film]));
      }
    }
  }

  /** A copy of the scores. */
  @Override
  public double[][] scores() {
    return Arrays.stream(scores).map(double[]::clone).toArray(double[][]::new);
  }

  /** A copy of the classes. */
  @Override
  public int[] classes() {
    return classes.clone();
  }

  /** Number of films. */
  public int size() {
    return classes.length;
  }

  /** Number of classes; 0 without films. */
  public int classCount() {
    return scores.length == 0 ? 0 : scores[0].length;
  }

  /** One class against the rest, by its score. */
  public BinaryScores against(int chosen) {
    double[] own = Arrays.stream(scores).mapToDouble(row -> row[chosen]).toArray();
    boolean[] positive = new boolean[classes.length];
    for (int film = 0; film < positive.length; film++) {
      positive[film] = classes[film] == chosen;
    }
    return new BinaryScores(own, positive);
  }

  /** Some films, a film as often as it is named. */
  public ClassScores select(int[] rows) {
    return new ClassScores(
        Arrays.stream(rows).mapToObj(row -> scores[row]).toArray(double[][]::new),
        Arrays.stream(rows).map(row -> classes[row]).toArray());
  }
}
