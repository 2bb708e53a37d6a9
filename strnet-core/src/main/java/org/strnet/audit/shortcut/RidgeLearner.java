package org.strnet.audit.shortcut;

import java.util.function.ToDoubleFunction;
import org.strnet.evaluation.regression.LogisticRegression;

/**
 * Logistic regression with a ridge on features standardised by the films it is fitted to.
 *
 * @param ridge above 0
 */
record RidgeLearner(double ridge) implements Learner {

  @Override
  public ToDoubleFunction<double[]> fit(double[][] features, boolean[] labels) {
    int columns = features[0].length;
    double[] means = new double[columns];
    double[] scales = new double[columns];
    for (int f = 0; f < columns; f++) {
      double sum = 0;
      double squares = 0;
      for (double[] film : features) {
        sum += film[f];
      }
      means[f] = sum / features.length;
      for (double[] film : features) {
        squares += (film[f] - means[f]) * (film[f] - means[f]);
      }
      scales[f] = Math.max(1e-9, Math.sqrt(squares / features.length));
    }
    double[][] standardised = new double[features.length][];
    for (int i = 0; i < features.length; i++) {
      standardised[i] = standardised(features[i], means, scales);
    }
    LogisticRegression fitted = LogisticRegression.fit(standardised, labels, ridge);
    return film -> fitted.probability(standardised(film, means, scales));
  }

  private static double[] standardised(double[] film, double[] means, double[] scales) {
    double[] standardised = new double[film.length];
    for (int f = 0; f < film.length; f++) {
      standardised[f] = (film[f] - means[f]) / scales[f];
    }
    return standardised;
  }
}
