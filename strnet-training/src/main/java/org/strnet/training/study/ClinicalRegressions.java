package org.strnet.training.study;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Function;
import org.strnet.dataset.Labels;
import org.strnet.evaluation.regression.LinearRegression;
import org.strnet.evaluation.regression.LogisticRegression;
import org.strnet.network.ClinicalEncoding;
import org.strnet.training.loop.TrainingKnee;
import org.strnet.training.network.StrNetSettings;
import org.strnet.training.network.Task;

/**
 * The regressions on clinical variables alone that a network with a clinical offset begins with.
 */
final class ClinicalRegressions {

  /** On standardised variables: as strong as one film's worth of doubt about each. */
  private static final double RIDGE = 1;

  private ClinicalRegressions() {}

  /**
   * Fits one regression per head whose label varies among the training films.
   *
   * @param training films to learn from
   * @param encoding of their clinical variables
   * @param settings mean and standard deviation of the T-score
   * @return intercept, then one coefficient per clinical input
   */
  static Map<Task, double[]> of(
      List<TrainingKnee> training, ClinicalEncoding encoding, StrNetSettings settings) {
    Map<Task, double[]> coefficients = new EnumMap<>(Task.class);
    logistic(Task.SCREENING, training, encoding, Labels::boneLoss, coefficients);
    logistic(Task.SEVERITY, training, encoding, Labels::osteoporosis, coefficients);
    List<TrainingKnee> known =
        training.stream().filter(knee -> knee.labels().tScore().isPresent()).toList();
    if (known.size() > 1) {
      double[] standardised =
          known.stream()
              .mapToDouble(knee -> knee.labels().tScore().orElseThrow())
              .map(score -> (score - settings.tScoreMean()) / settings.tScoreStandardDeviation())
              .toArray();
      coefficients.put(
          Task.T_SCORE,
          LinearRegression.fit(features(known, encoding), standardised, RIDGE).coefficients());
    }
    return coefficients;
  }

  private static void logistic(
      Task task,
      List<TrainingKnee> training,
      ClinicalEncoding encoding,
      Function<Labels, OptionalInt> label,
      Map<Task, double[]> into) {
    List<TrainingKnee> known = new ArrayList<>(training);
    known.removeIf(knee -> label.apply(knee.labels()).isEmpty());
    boolean[] positive = new boolean[known.size()];
    int positives = 0;
    for (int i = 0; i < positive.length; i++) {
      positive[i] = label.apply(known.get(i).labels()).orElseThrow() == 1;
      positives += positive[i] ? 1 : 0;
    }
    if (positives > 0 && positives < positive.length) {
      into.put(
          task, LogisticRegression.fit(features(known, encoding), positive, RIDGE).coefficients());
    }
  }

  private static double[][] features(List<TrainingKnee> knees, ClinicalEncoding encoding) {
    double[][] features = new double[knees.size()][encoding.length()];
    for (int row = 0; row < features.length; row++) {
      float[] encoded = encoding.encode(knees.get(row).clinical());
      for (int i = 0; i < encoded.length; i++) {
        features[row][i] = encoded[i];
      }
    }
    return features;
  }
}
