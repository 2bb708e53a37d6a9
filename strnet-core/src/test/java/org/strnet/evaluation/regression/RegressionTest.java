package org.strnet.evaluation.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.strnet.evaluation.Golden;
import org.strnet.evaluation.discrimination.BinaryScores;

class RegressionTest {

  @Test
  void coefficients_are_those_of_scikit_learn() {
    BinaryScores films = Golden.scores("x1");
    double[] logistic =
        LogisticRegression.fit(Golden.features(), films.positive(), 2).coefficients();
    double[] linear =
        LinearRegression.fit(Golden.features(), Golden.column("reference"), 2).coefficients();
    assertThat(logistic[0]).isCloseTo(Golden.sklearn("logistic_intercept"), within(1e-5));
    assertThat(linear[0]).isCloseTo(Golden.sklearn("ridge_intercept"), within(1e-10));
    for (int i = 1; i <= 3; i++) {
      assertThat(logistic[i]).isCloseTo(Golden.sklearn("logistic_x" + i), within(1e-5));
      assertThat(linear[i]).isCloseTo(Golden.sklearn("ridge_x" + i), within(1e-10));
    }
  }

  /** Through (0, 1), (1, 3), (2, 5): 1 + 2 x. */
  @Test
  void a_line_is_found_again() {
    LinearRegression line =
        LinearRegression.fit(new double[][] {{0}, {1}, {2}}, new double[] {1, 3, 5}, 0);
    assertThat(line.estimate(new double[] {10})).isCloseTo(21, within(1e-12));
  }

  /** Without a useful feature the probability is the frequency. */
  @Test
  void a_constant_feature_gives_the_frequency() {
    LogisticRegression fit =
        LogisticRegression.fit(
            new double[][] {{0}, {0}, {0}, {0}}, new boolean[] {true, false, false, false}, 1);
    assertThat(fit.probability(new double[] {0})).isCloseTo(0.25, within(1e-10));
  }

  @Test
  void separated_labels_and_features_that_repeat_each_other_have_a_finite_solution() {
    double[][] features = new double[40][];
    boolean[] labels = new boolean[40];
    for (int i = 0; i < 40; i++) {
      features[i] = new double[] {i - 20, i - 20, 1000.0 * (i - 20)};
      labels[i] = i >= 20;
    }
    LogisticRegression fit = LogisticRegression.fit(features, labels, 1e-3);
    assertThat(fit.probability(features[39])).isGreaterThan(0.99);
    assertThat(fit.probability(features[0])).isLessThan(0.01);
  }

  @Test
  void what_cannot_be_fitted_is_refused() {
    double[][] one = {{1}, {2}};
    assertThatThrownBy(() -> LogisticRegression.fit(one, new boolean[] {true, true}, 1))
        .hasMessageContaining("2 of 2");
    assertThatThrownBy(() -> LogisticRegression.fit(one, new boolean[] {true, false}, 0))
        .hasMessageContaining("ridge");
    assertThatThrownBy(
            () -> LinearRegression.fit(new double[][] {{1}, {1}}, new double[] {1, 2}, 0))
        .hasMessageContaining("ridge");
    assertThatThrownBy(() -> LinearRegression.fit(one, new double[] {1}, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () -> LinearRegression.fit(one, new double[] {1, 2}, 1).estimate(new double[2]))
        .hasMessageContaining("needs 1 features, found 2");
  }
}
