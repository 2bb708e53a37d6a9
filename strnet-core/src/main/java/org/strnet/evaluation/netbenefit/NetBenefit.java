package org.strnet.evaluation.netbenefit;

import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.strnet.evaluation.calibration.PredictedProbabilities;

/**
 * Net benefit (Vickers and Elkin 2006, Medical Decision Making 26:565): {@code TP / n - FP / n * t
 * / (1 - t)}. A reader who refers at a probability of t holds one finding worth {@code (1 - t) / t}
 * needless referrals; the net benefit counts findings per film at that rate. Referring no film has
 * net benefit 0.
 */
public final class NetBenefit {

  private NetBenefit() {}

  /**
   * Of referring films with a probability of at least t; absent without films.
   *
   * @param threshold t, above 0 and below 1
   */
  public static OptionalDouble of(PredictedProbabilities films, double threshold) {
    return of(films, all(films), threshold);
  }

  /** Of referring every film, whatever its probability; absent without films. */
  public static OptionalDouble ofAll(PredictedProbabilities films, double threshold) {
    return ofAll(films, all(films), threshold);
  }

  /** Of some films, a film as often as it is named. */
  static OptionalDouble of(PredictedProbabilities films, int[] rows, double threshold) {
    int truePositives = 0;
    int falsePositives = 0;
    for (int film : rows) {
      if (films.value(film) >= threshold) {
        truePositives += films.isPositive(film) ? 1 : 0;
        falsePositives += films.isPositive(film) ? 0 : 1;
      }
    }
    return of(truePositives, falsePositives, rows.length, threshold);
  }

  static OptionalDouble ofAll(PredictedProbabilities films, int[] rows, double threshold) {
    int positives = 0;
    for (int film : rows) {
      positives += films.isPositive(film) ? 1 : 0;
    }
    return of(positives, rows.length - positives, rows.length, threshold);
  }

  private static OptionalDouble of(int truePositives, int falsePositives, int n, double threshold) {
    double odds = odds(threshold);
    return n == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of((truePositives - falsePositives * odds) / n);
  }

  private static int[] all(PredictedProbabilities films) {
    return IntStream.range(0, films.size()).toArray();
  }

  private static double odds(double threshold) {
    if (!(threshold > 0 && threshold < 1)) {
      throw new IllegalArgumentException(
          "a threshold probability must be above 0 and below 1, found " + threshold);
    }
    return threshold / (1 - threshold);
  }
}
