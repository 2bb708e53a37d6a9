package org.strnet.training.study;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.strnet.evaluation.regression.LinearRegression;
import org.strnet.evaluation.regression.LogisticRegression;
import org.strnet.evaluation.regression.WideFeatures;
import org.strnet.network.ClinicalEncoding;
import org.strnet.provenance.BadInputException;
import org.strnet.training.loop.TrainingKnee;
import org.strnet.training.network.StrNetSettings;
import org.strnet.training.network.Task;

/**
 * The regressions that heads begin with, where a network holds some: on the clinical variables
 * alone, or on the moments of the backbone's stages. One for each head whose label varies among the
 * training films: intercept, then one coefficient per input.
 */
final class HeadRegressions {

  /** On standardised variables: as strong as one film's worth of doubt about each. */
  private static final double CLINICAL_RIDGE = 1;

  /**
   * On {@link WideFeatures}, logits and standardised T-scores. Chosen on sex and body mass index,
   * before any label of bone was looked at (docs/experiments.md).
   */
  private static final double LOGISTIC_MOMENT_RIDGE = 0.1;

  private static final double LINEAR_MOMENT_RIDGE = 0.03;

  /** Beyond, n x n matrices no longer serve; a network has enough to learn from then. */
  private static final int MOST_FILMS_FOR_MOMENTS = 4000;

  private HeadRegressions() {}

  /**
   * Regressions on the clinical variables.
   *
   * @param training films to learn from
   * @param encoding of their clinical variables
   * @param settings mean and standard deviation of the T-score
   */
  static Map<Task, double[]> ofClinical(
      List<TrainingKnee> training, ClinicalEncoding encoding, StrNetSettings settings) {
    IntFunction<float[]> features = film -> encoding.encode(training.get(film).clinical());
    return fit(
        training,
        settings,
        (known, positive) ->
            LogisticRegression.fit(exact(rows(known, features)), positive, CLINICAL_RIDGE)
                .coefficients(),
        (known, scores) ->
            LinearRegression.fit(exact(rows(known, features)), scores, CLINICAL_RIDGE)
                .coefficients());
  }

  /**
   * Regressions on the moments of the backbone's stages.
   *
   * @param training films to learn from, at most {@value #MOST_FILMS_FOR_MOMENTS}
   * @param moments of each
   * @param settings mean and standard deviation of the T-score
   */
  static Map<Task, double[]> ofMoments(
      List<TrainingKnee> training, List<float[]> moments, StrNetSettings settings) {
    if (training.size() > MOST_FILMS_FOR_MOMENTS) {
      throw new BadInputException(
          "network.stageMoments",
          "takes at most %d training films, found %d"
              .formatted(MOST_FILMS_FOR_MOMENTS, training.size()));
    }
    return fit(
        training,
        settings,
        (known, positive) -> {
          WideFeatures wide = WideFeatures.of(rows(known, moments::get));
          return wide.coefficients(
              LogisticRegression.fit(wide.rows(), positive, LOGISTIC_MOMENT_RIDGE).coefficients());
        },
        (known, scores) -> {
          WideFeatures wide = WideFeatures.of(rows(known, moments::get));
          return wide.coefficients(
              LinearRegression.fit(wide.rows(), scores, LINEAR_MOMENT_RIDGE).coefficients());
        });
  }

  /** Fits a task's regression to the films, by their places in the list, whose label is known. */
  private interface Fit<L> {
    double[] of(int[] films, L labels);
  }

  private static Map<Task, double[]> fit(
      List<TrainingKnee> training,
      StrNetSettings settings,
      Fit<boolean[]> logistic,
      Fit<double[]> linear) {
    Map<Task, double[]> coefficients = new EnumMap<>(Task.class);
    classes(training, knee -> knee.labels().boneLoss(), logistic)
        .ifPresent(fitted -> coefficients.put(Task.SCREENING, fitted));
    classes(training, knee -> knee.labels().osteoporosis(), logistic)
        .ifPresent(fitted -> coefficients.put(Task.SEVERITY, fitted));
    int[] known = known(training, knee -> knee.labels().tScore().isPresent());
    if (known.length > 1) {
      double[] standardised =
          IntStream.of(known)
              .mapToDouble(film -> training.get(film).labels().tScore().orElseThrow())
              .map(score -> (score - settings.tScoreMean()) / settings.tScoreStandardDeviation())
              .toArray();
      coefficients.put(Task.T_SCORE, linear.of(known, standardised));
    }
    return coefficients;
  }

  private static Optional<double[]> classes(
      List<TrainingKnee> training,
      Function<TrainingKnee, OptionalInt> label,
      Fit<boolean[]> logistic) {
    int[] known = known(training, knee -> label.apply(knee).isPresent());
    boolean[] positive = new boolean[known.length];
    int positives = 0;
    for (int i = 0; i < known.length; i++) {
      positive[i] = label.apply(training.get(known[i])).orElseThrow() == 1;
      positives += positive[i] ? 1 : 0;
    }
    return positives > 0 && positives < known.length
        ? Optional.of(logistic.of(known, positive))
        : Optional.empty();
  }

  private static int[] known(List<TrainingKnee> training, Predicate<TrainingKnee> isKnown) {
    return IntStream.range(0, training.size())
        .filter(film -> isKnown.test(training.get(film)))
        .toArray();
  }

  private static float[][] rows(int[] films, IntFunction<float[]> features) {
    return IntStream.of(films).mapToObj(features).toArray(float[][]::new);
  }

  private static double[][] exact(float[][] rows) {
    double[][] exact = new double[rows.length][];
    for (int row = 0; row < rows.length; row++) {
      exact[row] = new double[rows[row].length];
      for (int i = 0; i < rows[row].length; i++) {
        exact[row][i] = rows[row][i];
      }
    }
    return exact;
  }
}
