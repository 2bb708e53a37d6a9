package org.strnet.evaluation.accuracy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.strnet.evaluation.GoldenFile;
import org.strnet.evaluation.estimate.Estimate;

class PredictiveValuesTest {

  private static final GoldenFile R = new GoldenFile("accuracy/tables.csv");
  private static final ConfusionCounts PAPER = new ConfusionCounts(123, 13, 20, 68);

  @Test
  void values_and_limits_are_those_of_mercaldos_formula() {
    PredictiveValues tenPercent = new PredictiveValues(PAPER, 0.1);
    assertValue(tenPercent.positive(), "ppv");
    assertValue(tenPercent.negative(), "npv");
    assertThat(tenPercent.positive().method())
        .isEqualTo("restated at a prevalence of 0.1, logit 95 %");
  }

  private static void assertValue(Estimate value, String name) {
    assertThat(value.value().orElseThrow()).isCloseTo(R.get(name), within(1e-12));
    assertThat(value.low().orElseThrow()).isCloseTo(R.get(name + "_low"), within(1e-12));
    assertThat(value.high().orElseThrow()).isCloseTo(R.get(name + "_high"), within(1e-12));
  }

  @Test
  void at_the_cohorts_own_prevalence_they_are_the_plain_shares() {
    PredictiveValues own = new PredictiveValues(PAPER, 136.0 / 224);
    assertThat(own.positive().value().orElseThrow()).isCloseTo(123.0 / 143, within(1e-12));
    assertThat(own.negative().value().orElseThrow()).isCloseTo(68.0 / 81, within(1e-12));
  }

  /** No film without the finding is referred: the value is 1, and its lower limit is below. */
  @Test
  void an_empty_cell_keeps_its_value_and_gets_the_adjusted_interval() {
    Estimate value = new PredictiveValues(new ConfusionCounts(8, 2, 0, 10), 0.1).positive();
    assertThat(value.value()).hasValue(1);
    assertThat(value.high()).hasValue(1);
    assertThat(value.low().orElseThrow()).isBetween(0.1, 0.6);
    assertThat(value.method()).contains("adjusted logit");
  }

  @Test
  void nothing_referred_has_no_positive_value_and_one_kind_has_none_at_all() {
    assertThat(new PredictiveValues(new ConfusionCounts(0, 5, 0, 5), 0.1).positive().isEstimable())
        .isFalse();
    assertThat(new PredictiveValues(new ConfusionCounts(0, 5, 0, 5), 0.1).negative().isEstimable())
        .isTrue();
    assertThat(new PredictiveValues(new ConfusionCounts(4, 1, 0, 0), 0.1).positive().text())
        .startsWith("not estimable (n = 5)");
  }

  @Test
  void a_prevalence_that_is_none_is_refused() {
    for (double prevalence : new double[] {0, 1, -0.1, Double.NaN}) {
      assertThatThrownBy(() -> new PredictiveValues(PAPER, prevalence))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("found " + prevalence);
    }
  }
}
