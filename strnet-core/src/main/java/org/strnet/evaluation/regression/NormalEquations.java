package org.strnet.evaluation.regression;

/** Penalised normal equations of a regression, solved by Cholesky's decomposition. */
final class NormalEquations {

  private NormalEquations() {}

  /**
   * Solves {@code A x = b}.
   *
   * @param a symmetric positive definite, {@code k x k}
   * @param b of length k
   * @throws IllegalArgumentException if A is not positive definite
   */
  static double[] solve(double[][] a, double[] b) {
    return substitute(lower(a), b);
  }

  /**
   * Cholesky's decomposition {@code A = L L'}.
   *
   * @param a symmetric positive definite
   * @throws IllegalArgumentException if A is not positive definite
   */
  static double[][] lower(double[][] a) {
    int k = a.length;
    double[][] lower = new double[k][k];
    for (int i = 0; i < k; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = a[i][j];
        for (int m = 0; m < j; m++) {
          sum -= lower[i][m] * lower[j][m];
        }
        // What rounding leaves of a zero pivot is not a pivot.
        if (i == j && !(sum > 1e-13 * a[i][i])) {
          throw new IllegalArgumentException(
              "the features determine each other: a ridge above 0 is needed");
        }
        lower[i][j] = i == j ? Math.sqrt(sum) : sum / lower[j][j];
      }
    }
    return lower;
  }

  private static double[] substitute(double[][] lower, double[] b) {
    int k = b.length;
    double[] x = b.clone();
    for (int i = 0; i < k; i++) {
      for (int m = 0; m < i; m++) {
        x[i] -= lower[i][m] * x[m];
      }
      x[i] /= lower[i][i];
    }
    for (int i = k - 1; i >= 0; i--) {
      for (int m = i + 1; m < k; m++) {
        x[i] -= lower[m][i] * x[m];
      }
      x[i] /= lower[i][i];
    }
    return x;
  }

  /** The rows with a leading 1 for the intercept, checked for equal length. */
  static double[][] withIntercept(double[][] features, int labels, double ridge) {
    if (features.length == 0 || features.length != labels || !(ridge >= 0)) {
      throw new IllegalArgumentException(
          "needs films, one label each, and a ridge that is not negative; found %d, %d, %s"
              .formatted(features.length, labels, ridge));
    }
    double[][] design = new double[features.length][];
    for (int i = 0; i < features.length; i++) {
      if (features[i].length != features[0].length) {
        throw new IllegalArgumentException("every film needs the same features");
      }
      design[i] = new double[features[i].length + 1];
      design[i][0] = 1;
      System.arraycopy(features[i], 0, design[i], 1, features[i].length);
    }
    return design;
  }

  /** {@code sum_i weight_i x_i x_i'}, with the ridge on the diagonal of all but the intercept. */
  static double[][] normal(double[][] design, double[] weights, double ridge) {
    int k = design[0].length;
    double[][] normal = new double[k][k];
    for (int row = 0; row < design.length; row++) {
      for (int i = 0; i < k; i++) {
        for (int j = 0; j < k; j++) {
          normal[i][j] += weights[row] * design[row][i] * design[row][j];
        }
      }
    }
    for (int i = 1; i < k; i++) {
      normal[i][i] += ridge;
    }
    return normal;
  }

  /** Intercept plus the coefficients times the features. */
  static double apply(double[] coefficients, double[] features) {
    if (features.length != coefficients.length - 1) {
      throw new IllegalArgumentException(
          "needs %d features, found %d".formatted(coefficients.length - 1, features.length));
    }
    double sum = coefficients[0];
    for (int i = 0; i < features.length; i++) {
      sum += coefficients[i + 1] * features[i];
    }
    return sum;
  }
}
