package org.strnet.evaluation.regression;

/**
 * Logistic regression with a ridge: minimises the log-loss summed over films plus {@code ridge / 2
 * |b|^2} (scikit-learn's {@code C} is one over the ridge); the intercept is not penalised. Fitted
 * by iteratively reweighted least squares (McCullagh and Nelder 1989, section 2.5).
 */
public final class LogisticRegression {

  private static final int MOST_STEPS = 200;

  private final double[] coefficients;

  private LogisticRegression(double[] coefficients) {
    this.coefficients = coefficients;
  }

  /**
   * Fits the coefficients.
   *
   * @param features one row per film, all of one length
   * @param labels one per film, both occurring
   * @param ridge above 0, so that separated labels have a finite solution
   */
  public static LogisticRegression fit(double[][] features, boolean[] labels, double ridge) {
    double[][] design = NormalEquations.withIntercept(features, labels.length, ridge);
    int positives = 0;
    for (boolean label : labels) {
      positives += label ? 1 : 0;
    }
    if (!(ridge > 0) || positives == 0 || positives == labels.length) {
      throw new IllegalArgumentException(
          "needs a ridge above 0 and films of both labels, found %s, %d of %d"
              .formatted(ridge, positives, labels.length));
    }
    double[] coefficients = new double[design[0].length];
    double loss = loss(design, labels, ridge, coefficients);
    for (int step = 0; step < MOST_STEPS; step++) {
      double[] direction = newtonStep(design, labels, ridge, coefficients);
      double share = 1;
      double[] next = moved(coefficients, direction, share);
      double nextLoss = loss(design, labels, ridge, next);
      // A full step may overshoot on separated labels; a shorter one never does, by convexity.
      while (nextLoss > loss && share > 1e-10) {
        share /= 2;
        next = moved(coefficients, direction, share);
        nextLoss = loss(design, labels, ridge, next);
      }
      double gain = loss - nextLoss;
      if (gain > 0) {
        coefficients = next;
        loss = nextLoss;
      }
      // Newton's error squares with each step: after so small a gain nothing is left to gain.
      if (gain <= 1e-12 * (1 + loss)) {
        return new LogisticRegression(coefficients);
      }
    }
    throw new IllegalStateException("no convergence in " + MOST_STEPS + " steps");
  }

  /** The probability of a positive label for one film's features, 0 to 1. */
  public double probability(double[] features) {
    return sigmoid(NormalEquations.apply(coefficients, features));
  }

  /** Intercept, then one coefficient per feature. */
  public double[] coefficients() {
    return coefficients.clone();
  }

  private static double[] newtonStep(
      double[][] design, boolean[] labels, double ridge, double[] coefficients) {
    double[] gradient = new double[coefficients.length];
    double[] weights = new double[labels.length];
    for (int row = 0; row < labels.length; row++) {
      double p = sigmoid(dot(coefficients, design[row]));
      weights[row] = p * (1 - p);
      for (int i = 0; i < gradient.length; i++) {
        gradient[i] += ((labels[row] ? 1 : 0) - p) * design[row][i];
      }
    }
    for (int i = 1; i < gradient.length; i++) {
      gradient[i] -= ridge * coefficients[i];
    }
    return NormalEquations.solve(NormalEquations.normal(design, weights, ridge), gradient);
  }

  private static double loss(
      double[][] design, boolean[] labels, double ridge, double[] coefficients) {
    double loss = 0;
    for (int row = 0; row < labels.length; row++) {
      double margin = (labels[row] ? 1 : -1) * dot(coefficients, design[row]);
      loss += Math.max(0, -margin) + Math.log1p(Math.exp(-Math.abs(margin)));
    }
    for (int i = 1; i < coefficients.length; i++) {
      loss += ridge / 2 * coefficients[i] * coefficients[i];
    }
    return loss;
  }

  private static double[] moved(double[] from, double[] direction, double share) {
    double[] to = from.clone();
    for (int i = 0; i < to.length; i++) {
      to[i] += share * direction[i];
    }
    return to;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  private static double sigmoid(double logit) {
    return 1 / (1 + Math.exp(-logit));
  }
}
