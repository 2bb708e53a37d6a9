package org.strnet.evaluation.regression;

import java.util.Objects;

/**
 * Features of which there are many more than films, for regressions with a ridge.
 *
 * <p>Each feature is standardised over the films and divided by the root of their number, so that a
 * ridge means the same however many there are. A regression with a ridge on such features {@code Z
 * [n,p]} is one on the rows of {@code L [n,n]}, {@code L L' = Z Z'}: its coefficients then lie in
 * the span of the films (Schoelkopf, Herbrich and Smola 2001, the representer theorem), and lengths
 * there are lengths here. So {@link #rows} goes into {@link LogisticRegression} or {@link
 * LinearRegression}, and {@link #coefficients} leads back.
 */
public final class WideFeatures {

  /** What keeps Cholesky's decomposition positive: Z is centred, so one film follows the others. */
  private static final double JITTER = 1e-9;

  private final double[][] standardised;
  private final double[] mean;
  private final double[] scale;
  private final double[][] lower;

  private WideFeatures(double[][] standardised, double[] mean, double[] scale, double[][] lower) {
    this.standardised = standardised;
    this.mean = mean;
    this.scale = scale;
    this.lower = lower;
  }

  /**
   * Standardises features; one that is the same in all films stays out.
   *
   * @param features {@code [n,p]}, one row per film, finite, n at least 2
   */
  public static WideFeatures of(float[][] features) {
    Objects.requireNonNull(features);
    if (features.length < 2) {
      throw new IllegalArgumentException("needs two films or more, found " + features.length);
    }
    int width = features[0].length;
    double[] mean = new double[width];
    double[] scale = new double[width];
    double[][] standardised = new double[features.length][width];
    for (int column = 0; column < width; column++) {
      standardise(features, column, standardised, mean, scale);
    }
    double[][] products = products(standardised);
    for (int i = 0; i < products.length; i++) {
      products[i][i] += JITTER;
    }
    return new WideFeatures(standardised, mean, scale, NormalEquations.lower(products));
  }

  private static void standardise(
      float[][] features, int column, double[][] standardised, double[] mean, double[] scale) {
    double sum = 0;
    for (float[] film : features) {
      sum += film[column];
    }
    mean[column] = sum / features.length;
    double squares = 0;
    for (float[] film : features) {
      squares += (film[column] - mean[column]) * (film[column] - mean[column]);
    }
    double deviation = Math.sqrt(squares / features.length);
    if (!Double.isFinite(deviation)) {
      throw new IllegalArgumentException("feature %d is not finite in all films".formatted(column));
    }
    scale[column] = deviation > 0 ? 1 / (deviation * Math.sqrt(mean.length)) : 0;
    for (int film = 0; film < features.length; film++) {
      standardised[film][column] = (features[film][column] - mean[column]) * scale[column];
    }
  }

  private static double[][] products(double[][] z) {
    double[][] products = new double[z.length][z.length];
    for (int i = 0; i < z.length; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = 0;
        for (int column = 0; column < z[i].length; column++) {
          sum += z[i][column] * z[j][column];
        }
        products[i][j] = sum;
        products[j][i] = sum;
      }
    }
    return products;
  }

  /**
   * {@code [n,n]}: as many features as films, that a regression with a ridge cannot tell from all.
   */
  public double[][] rows() {
    double[][] rows = new double[lower.length][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = lower[i].clone();
    }
    return rows;
  }

  /**
   * The regression on the features as they came.
   *
   * @param fitted intercept and n coefficients of the regression on {@link #rows}
   * @return intercept, then one coefficient per feature
   */
  public double[] coefficients(double[] fitted) {
    if (fitted.length != lower.length + 1) {
      throw new IllegalArgumentException(
          "needs an intercept and %d coefficients, found %d"
              .formatted(lower.length, fitted.length));
    }
    double[] shares = shares(fitted);
    double[] coefficients = new double[mean.length + 1];
    coefficients[0] = fitted[0];
    for (int column = 0; column < mean.length; column++) {
      double sum = 0;
      for (int film = 0; film < shares.length; film++) {
        sum += shares[film] * standardised[film][column];
      }
      coefficients[column + 1] = sum * scale[column];
      coefficients[0] -= coefficients[column + 1] * mean[column];
    }
    return coefficients;
  }

  /** Each film's share in the coefficients: {@code a} with {@code L' a = b}, since w = Z' a. */
  private double[] shares(double[] fitted) {
    double[] shares = new double[lower.length];
    for (int i = lower.length - 1; i >= 0; i--) {
      double sum = fitted[i + 1];
      for (int m = i + 1; m < lower.length; m++) {
        sum -= lower[m][i] * shares[m];
      }
      shares[i] = sum / lower[i][i];
    }
    return shares;
  }
}
