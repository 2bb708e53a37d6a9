package org.strnet.evaluation.regression;

import java.util.Arrays;

/**
 * Linear regression with a ridge: minimises {@code sum (y - b0 - x b)^2 + ridge |b|^2}; the
 * intercept is not penalised.
 */
public final class LinearRegression {

  private final double[] coefficients;

  private LinearRegression(double[] coefficients) {
    this.coefficients = coefficients;
  }

  /**
   * Fits by the normal equations.
   *
   * @param features one row per film, all of one length
   * @param numbers one per film
   * @param ridge not negative; above 0 where features may determine each other
   */
  public static LinearRegression fit(double[][] features, double[] numbers, double ridge) {
    double[][] design = NormalEquations.withIntercept(features, numbers.length, ridge);
    double[] ones = new double[numbers.length];
    Arrays.fill(ones, 1);
    double[] right = new double[design[0].length];
    for (int row = 0; row < design.length; row++) {
      for (int i = 0; i < right.length; i++) {
        right[i] += design[row][i] * numbers[row];
      }
    }
    return new LinearRegression(
        NormalEquations.solve(NormalEquations.normal(design, ones, ridge), right));
  }

  /** The estimate for one film's features. */
  public double estimate(double[] features) {
    return NormalEquations.apply(coefficients, features);
  }

  /** Intercept, then one coefficient per feature. */
  public double[] coefficients() {
    return coefficients.clone();
  }
}
