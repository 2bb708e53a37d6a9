package org.strnet.evaluation.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.strnet.evaluation.Golden;
import org.strnet.evaluation.estimate.Estimate;

class NumberAgreementTest {

  private static final NumberPairs GOLDEN =
      new NumberPairs(Golden.column("estimate"), Golden.column("reference"));

  /** Errors 1, -1, 2: mean absolute 4/3, root mean square sqrt(2). */
  @Test
  void errors_are_those_worked_by_hand() {
    NumberPairs films = new NumberPairs(new double[] {1, 1, 3}, new double[] {0, 2, 1});
    assertThat(NumberAgreement.meanAbsoluteError(films).orElseThrow())
        .isCloseTo(4.0 / 3, within(1e-15));
    assertThat(NumberAgreement.rootMeanSquaredError(films).orElseThrow())
        .isCloseTo(Math.sqrt(2), within(1e-15));
  }

  @Test
  void errors_and_kappa_are_those_of_scikit_learn() {
    assertThat(NumberAgreement.meanAbsoluteError(GOLDEN).orElseThrow())
        .isCloseTo(Golden.sklearn("mae"), within(1e-12));
    assertThat(NumberAgreement.rootMeanSquaredError(GOLDEN).orElseThrow())
        .isCloseTo(Golden.sklearn("rmse"), within(1e-12));
    NumberPairs grades =
        new NumberPairs(Golden.column("grade_estimate"), Golden.column("grade_reference"));
    assertThat(NumberAgreement.quadraticKappa(grades).orElseThrow())
        .isCloseTo(Golden.sklearn("kappa"), within(1e-12));
  }

  /**
   * Grades 0, 1, 1, 2 against 0, 1, 2, 2: one pair differs by 1, observed 1/4. Of all 16 pairs of
   * margins the squared differences are 0,1,4,4 + 2 (1,0,1,1) + 4,1,0,0 = 20, expected 20/16. Kappa
   * = 1 - 0.25 / 1.25 = 0.8.
   */
  @Test
  void kappa_is_that_worked_by_hand() {
    NumberPairs grades = new NumberPairs(new double[] {0, 1, 1, 2}, new double[] {0, 1, 2, 2});
    assertThat(NumberAgreement.quadraticKappa(grades).orElseThrow()).isCloseTo(0.8, within(1e-15));
  }

  @Test
  void the_correlation_and_its_interval_are_those_of_r() {
    Estimate r = PearsonCorrelation.estimate(GOLDEN);
    assertThat(r.value().orElseThrow()).isCloseTo(Golden.r("pearson"), within(1e-9));
    assertThat(r.low().orElseThrow()).isCloseTo(Golden.r("pearson_low"), within(1e-9));
    assertThat(r.high().orElseThrow()).isCloseTo(Golden.r("pearson_high"), within(1e-9));
  }

  @Test
  void what_does_not_exist_is_absent_and_never_not_a_number() {
    NumberPairs none = new NumberPairs(new double[0], new double[0]);
    assertThat(NumberAgreement.meanAbsoluteError(none)).isEmpty();
    assertThat(NumberAgreement.rootMeanSquaredError(none)).isEmpty();
    assertThat(NumberAgreement.quadraticKappa(none)).isEmpty();
    assertThat(PearsonCorrelation.estimate(none).isEstimable()).isFalse();
    NumberPairs constant = new NumberPairs(new double[] {1, 1, 1, 1}, new double[] {1, 2, 3, 4});
    assertThat(PearsonCorrelation.estimate(constant).text()).contains("n = 4");
    NumberPairs exact = new NumberPairs(new double[] {1, 2, 3, 4}, new double[] {1, 2, 3, 4});
    assertThat(PearsonCorrelation.estimate(exact).low().orElseThrow()).isGreaterThan(0.999999);
  }

  @Test
  void a_graded_target_rounds_to_the_grades_found_and_no_other_target_is_graded() {
    GradeScale scale = GradeScale.found(new double[] {0, 1, 4, 1}).orElseThrow();
    assertThat(scale.nearest(2.4)).isEqualTo(1);
    assertThat(scale.nearest(2.6)).isEqualTo(4);
    assertThat(scale.nearest(-9)).isZero();
    assertThat(GradeScale.found(new double[] {0, 1.5})).isEmpty();
    assertThat(GradeScale.found(new double[] {2, 2})).isEmpty();
    assertThat(GradeScale.found(new double[0])).isEmpty();
  }
}
