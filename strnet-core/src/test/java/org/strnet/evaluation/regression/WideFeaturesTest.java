package org.strnet.evaluation.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class WideFeaturesTest {

  private static final int FILMS = 30;
  private static final double RIDGE = 0.1;

  /** With few features both ways can be gone: by the films, and by the features themselves. */
  @Test
  void regressions_by_the_films_are_those_by_standardised_features() {
    float[][] features = drawn(5);
    boolean[] labels = labels(features);
    double[] numbers = numbers(features);
    double[][] standardised = standardised(features);
    WideFeatures wide = WideFeatures.of(features);

    LogisticRegression logistic = LogisticRegression.fit(standardised, labels, RIDGE);
    LinearRegression linear = LinearRegression.fit(standardised, numbers, RIDGE);
    double[] byFilms =
        wide.coefficients(LogisticRegression.fit(wide.rows(), labels, RIDGE).coefficients());
    double[] numberByFilms =
        wide.coefficients(LinearRegression.fit(wide.rows(), numbers, RIDGE).coefficients());

    for (int film = 0; film < FILMS; film++) {
      double logit = apply(byFilms, features[film]);
      assertThat(1 / (1 + Math.exp(-logit)))
          .isCloseTo(logistic.probability(standardised[film]), within(1e-5));
      assertThat(apply(numberByFilms, features[film]))
          .isCloseTo(linear.estimate(standardised[film]), within(1e-5));
    }
  }

  /** At the minimum of sum (y - f)^2 + ridge |w|^2 the residuals give w: Z' (y - f) = ridge w. */
  @Test
  void more_features_than_films_have_the_ridge_s_minimum() {
    float[][] features = drawn(200);
    double[] numbers = numbers(features);
    double[][] standardised = standardised(features);
    WideFeatures wide = WideFeatures.of(features);

    double[] found =
        wide.coefficients(LinearRegression.fit(wide.rows(), numbers, RIDGE).coefficients());

    for (int column = 0; column < 200; column++) {
      double gradient = 0;
      for (int film = 0; film < FILMS; film++) {
        gradient += standardised[film][column] * (numbers[film] - apply(found, features[film]));
      }
      double scale = standardised[0][column] / (features[0][column] - mean(features, column));
      assertThat(RIDGE * found[column + 1] / scale).isCloseTo(gradient, within(1e-5));
    }
  }

  @Test
  void a_feature_that_is_the_same_in_all_films_has_no_coefficient() {
    float[][] features = drawn(3);
    for (float[] film : features) {
      film[1] = 7;
    }
    WideFeatures wide = WideFeatures.of(features);

    double[] found =
        wide.coefficients(
            LinearRegression.fit(wide.rows(), numbers(features), RIDGE).coefficients());

    assertThat(found[2]).isZero();
    assertThat(found[1]).isNotZero();
  }

  @Test
  void features_that_are_not_numbers_and_single_films_are_refused() {
    float[][] features = drawn(2);
    features[3][1] = Float.NaN;

    assertThatThrownBy(() -> WideFeatures.of(features))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("feature 1 is not finite in all films");
    assertThatThrownBy(() -> WideFeatures.of(new float[][] {{1}}))
        .hasMessage("needs two films or more, found 1");
    assertThatThrownBy(() -> WideFeatures.of(drawn(2)).coefficients(new double[3]))
        .hasMessage("needs an intercept and 30 coefficients, found 3");
  }

  private static float[][] drawn(int width) {
    Random random = new Random(5);
    float[][] features = new float[FILMS][width];
    for (float[] film : features) {
      for (int i = 0; i < width; i++) {
        film[i] = (float) (3 * i + (i + 1) * random.nextGaussian());
      }
    }
    return features;
  }

  private static boolean[] labels(float[][] features) {
    boolean[] labels = new boolean[FILMS];
    for (int film = 0; film < FILMS; film++) {
      labels[film] = features[film][0] > 0 ^ film % 7 == 0;
    }
    return labels;
  }

  private static double[] numbers(float[][] features) {
    double[] numbers = new double[FILMS];
    for (int film = 0; film < FILMS; film++) {
      numbers[film] = 2 + features[film][0] - 0.1 * features[film][1] + film % 3;
    }
    return numbers;
  }

  private static double mean(float[][] features, int column) {
    double sum = 0;
    for (float[] film : features) {
      sum += film[column];
    }
    return sum / features.length;
  }

  private static double[][] standardised(float[][] features) {
    int width = features[0].length;
    double[][] standardised = new double[FILMS][width];
    for (int column = 0; column < width; column++) {
      double mean = mean(features, column);
      double squares = 0;
      for (float[] film : features) {
        squares += (film[column] - mean) * (film[column] - mean);
      }
      for (int film = 0; film < FILMS; film++) {
        standardised[film][column] =
            (features[film][column] - mean) / Math.sqrt(squares / FILMS) / Math.sqrt(width);
      }
    }
    return standardised;
  }

  private static double apply(double[] coefficients, float[] features) {
    double sum = coefficients[0];
    for (int i = 0; i < features.length; i++) {
      sum += coefficients[i + 1] * features[i];
    }
    return sum;
  }
}
