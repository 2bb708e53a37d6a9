package org.strnet.evaluation.calibration;

import java.util.OptionalDouble;

/**
 * Mean squared distance of probability and label (Brier 1950, Monthly Weather Review 78:1), 0 to 1,
 * lower is better. Its size depends on the prevalence; {@link #skill} does not.
 */
public final class BrierScore {

  private BrierScore() {}

  /** The score; absent without films. */
  public static OptionalDouble of(PredictedProbabilities films) {
    double sum = 0;
    for (int film = 0; film < films.size(); film++) {
      double miss = films.value(film) - (films.isPositive(film) ? 1 : 0);
      sum += miss * miss;
    }
    return films.size() == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / films.size());
  }

  /**
   * {@code 1 - Brier / (q (1 - q))}, q being the films' prevalence: 1 is perfect, 0 as good as
   * saying q of every film, below 0 worse than that. Absent when a label does not occur.
   */
  public static OptionalDouble skill(PredictedProbabilities films) {
    if (films.lacksALabel()) {
      return OptionalDouble.empty();
    }
    double prevalence = (double) films.positives() / films.size();
    double score = of(films).orElseThrow();
    return OptionalDouble.of(1 - score / (prevalence * (1 - prevalence)));
  }
}
