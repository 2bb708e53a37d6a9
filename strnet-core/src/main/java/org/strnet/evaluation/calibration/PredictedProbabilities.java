package org.strnet.evaluation.calibration;

import org.strnet.evaluation.discrimination.BinaryScores;

/**
 * Predicted probabilities of films with a binary label.
 *
 * @param values 0 to 1, one per film
 * @param positive the labels, one per film
 */
public record PredictedProbabilities(double[] values, boolean[] positive) {

  /** Copies and checks. */
  public PredictedProbabilities {
    if (values.length != positive.length) {
      throw new IllegalArgumentException(
          "one label per probability, found %d and %d".formatted(positive.length, values.length));
    }
    for (double value : values) {
      if (!(value >= 0 && value <= 1)) {
        throw new IllegalArgumentException("a probability must be 0 to 1, found " + value);
      }
    }
    values = values.clone();
    positive = positive.clone();
  }

  /** Scores that are probabilities. */
  public static PredictedProbabilities of(BinaryScores films) {
    return new PredictedProbabilities(films.scores(), films.positive());
  }

  /** A copy of the probabilities. */
  @Override
  public double[] values() {
    return values.clone();
  }

  /** A copy of the labels. */
  @Override
  public boolean[] positive() {
    return positive.clone();
  }

  /** Number of films. */
  public int size() {
    return values.length;
  }

  /** Films with a positive label. */
  public int positives() {
    int count = 0;
    for (boolean label : positive) {
      count += label ? 1 : 0;
    }
    return count;
  }

  /** Whether one label does not occur, or there is no film at all. */
  public boolean lacksALabel() {
    return positives() == 0 || positives() == size();
  }

  /** Some films, a film as often as it is named. */
  public PredictedProbabilities select(int[] rows) {
    double[] chosen = new double[rows.length];
    boolean[] labels = new boolean[rows.length];
    for (int i = 0; i < rows.length; i++) {
      chosen[i] = values[rows[i]];
      labels[i] = positive[rows[i]];
    }
    return new PredictedProbabilities(chosen, labels);
  }

  /** The probability of one film. */
  public double value(int film) {
    return values[film];
  }

  /** The label of one film. */
  public boolean isPositive(int film) {
    return positive[film];
  }
}
