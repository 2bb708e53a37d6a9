package org.strnet.evaluation.agreement;

import java.util.OptionalDouble;

/** How far estimates lie from their references. Each is absent where it does not exist. */
public final class NumberAgreement {

  private NumberAgreement() {}

  /** Mean absolute error, in the unit of the numbers. */
  public static OptionalDouble meanAbsoluteError(NumberPairs films) {
    double[] estimates = films.estimates();
    double[] references = films.references();
    double sum = 0;
    for (int i = 0; i < estimates.length; i++) {
      sum += Math.abs(estimates[i] - references[i]);
    }
    return estimates.length == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(sum / estimates.length);
  }

  /** Root of the mean squared error, in the unit of the numbers. */
  public static OptionalDouble rootMeanSquaredError(NumberPairs films) {
    return films.size() == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(Math.sqrt(meanSquare(films)));
  }

  /**
   * Coefficient of determination {@code R2 = 1 - sum (R - E)^2 / sum (R - mean(R))^2}: 1 is
   * perfect, 0 as good as the references' mean, below 0 worse. It is not the square of the
   * correlation, which forgives bias and scale. Absent when the references do not vary.
   */
  public static OptionalDouble determination(NumberPairs films) {
    if (films.size() < 2) {
      return OptionalDouble.empty();
    }
    double variance = films.moments().varianceR();
    return variance > 0
        ? OptionalDouble.of(1 - meanSquare(films) / variance)
        : OptionalDouble.empty();
  }

  /**
   * Cohen's kappa with quadratic weights (Cohen 1968, Psychological Bulletin 70:213) of grades on
   * an equally spaced scale. With weights {@code (i - j)^2} the observed disagreement is the mean
   * squared difference, and that expected from the margins {@code var(E) + var(R) + (mean(E) -
   * mean(R))^2}; so {@code kappa = 1 - observed / expected}, and no table of grades is needed.
   * Absent when all grades on both sides are one.
   */
  public static OptionalDouble quadraticKappa(NumberPairs grades) {
    if (grades.size() == 0) {
      return OptionalDouble.empty();
    }
    NumberPairs.Moments moments = grades.moments();
    double expected = moments.varianceE() + moments.varianceR() + moments.bias() * moments.bias();
    return expected > 0
        ? OptionalDouble.of(1 - meanSquare(grades) / expected)
        : OptionalDouble.empty();
  }

  private static double meanSquare(NumberPairs films) {
    double[] estimates = films.estimates();
    double[] references = films.references();
    double sum = 0;
    for (int i = 0; i < estimates.length; i++) {
      double difference = estimates[i] - references[i];
      sum += difference * difference;
    }
    return sum / estimates.length;
  }
}
