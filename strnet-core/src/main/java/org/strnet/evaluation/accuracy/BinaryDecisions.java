package org.strnet.evaluation.accuracy;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.strnet.evaluation.estimate.Estimate;
import org.strnet.evaluation.resampling.PatientBootstrap;

/**
 * Decisions on films with a binary label.
 *
 * @param referred whether the film was referred; else it was not flagged
 * @param positive the labels
 */
public record BinaryDecisions(boolean[] referred, boolean[] positive) {

  /** Copies and checks. */
  public BinaryDecisions {
    if (referred.length != positive.length) {
      throw new IllegalArgumentException(
          "one label per decision, found %d and %d".formatted(positive.length, referred.length));
    }
    referred = referred.clone();
    positive = positive.clone();
  }

  /** A copy of the decisions. */
  @Override
  public boolean[] referred() {
    return referred.clone();
  }

  /** A copy of the labels. */
  @Override
  public boolean[] positive() {
    return positive.clone();
  }

  /** The decisions against the labels. */
  public ConfusionCounts counts() {
    return counts(IntStream.range(0, referred.length).toArray());
  }

  /** The same of some films, a film as often as it is named. */
  public ConfusionCounts counts(int[] rows) {
    int[] counts = new int[4];
    for (int row : rows) {
      counts[(positive[row] ? 0 : 2) + (referred[row] ? 0 : 1)]++;
    }
    return new ConfusionCounts(counts[0], counts[1], counts[2], counts[3]);
  }

  /**
   * A figure with an interval by patient, for instance {@code ConfusionCounts::f1}.
   *
   * @param figure of some films; absent where it does not exist
   * @param patients patient of each film
   * @param bootstrap draws the patients
   */
  public Estimate estimate(
      Function<ConfusionCounts, OptionalDouble> figure,
      List<String> patients,
      PatientBootstrap bootstrap) {
    return bootstrap.estimate(
        patients,
        rows -> figure.apply(counts(rows)),
        "needs films of both kinds, decided in both ways");
  }
}
