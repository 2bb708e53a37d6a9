package org.strnet.evaluation.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.strnet.evaluation.StatisticsGolden.planning;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.strnet.evaluation.estimate.Estimate;
import org.strnet.evaluation.estimate.Metrics;
import org.strnet.provenance.BadInputException;

class StudyDesignTest {

  private static final SimulatedStudies STUDIES = new SimulatedStudies(500, 7);
  private static final String HOLD = "intervals that hold the truth";
  private static final String WIDTH = "mean width of the interval";

  @Test
  void the_variance_and_number_of_hanley_and_mcneil_are_those_of_r() {
    assertThat(AurocDesign.hanleyMcNeil(0.8, 40, 60))
        .isCloseTo(planning("hanley_variance"), within(1e-12));
    StudyPlan plan = new AurocDesign(0.8, 0.3, 0.1).plan(STUDIES);
    assertThat(plan.patients()).isEqualTo((int) planning("auroc"));
    assertThat(plan.positives()).hasValue(128);
    // Their variance is on the safe side for normal scores, whose own number meets the width.
    double achieved = plan.simulated().get(WIDTH).value().orElseThrow();
    assertThat(achieved).isLessThan(0.1);
    double fewer = plan.sizes().get(1).patients();
    assertThat(achieved * Math.sqrt(plan.patients() / fewer)).isCloseTo(0.1, within(0.004));
    assertThat(plan.simulated().get(HOLD).value().orElseThrow()).isBetween(0.91, 0.985);
  }

  @Test
  void the_numbers_for_a_sensitivity_are_those_of_r() {
    StudyPlan plan = new SensitivityDesign(0.86, 0.3, 0.1).plan(STUDIES);
    assertThat(plan.patients()).isEqualTo((int) Math.ceil(planning("wilson_positives") / 0.3));
    assertThat(plan.sizes().get(1).patients()).isEqualTo((int) planning("buderer"));
    assertAchieved(plan, 0.1);
  }

  @Test
  void the_numbers_for_a_t_score_are_those_of_r() {
    StudyPlan correlation = new CorrelationDesign(0.7, 0.2).plan(STUDIES);
    assertThat(correlation.patients()).isEqualTo((int) planning("correlation"));
    assertAchieved(correlation, 0.2);
    StudyPlan limits = new LimitsDesign(0.9, 0.4).plan(STUDIES);
    assertThat(limits.patients()).isEqualTo((int) planning("limits"));
    assertThat(limits.positives()).isEmpty();
    assertAchieved(limits, 0.4);
  }

  /** Of 500 studies 95 % hold the truth, with a standard error of 1 %. */
  private static void assertAchieved(StudyPlan plan, double width) {
    assertThat(plan.simulated().get(WIDTH).value().orElseThrow())
        .isCloseTo(width, within(0.06 * width));
    assertThat(plan.simulated().get(HOLD).value().orElseThrow()).isBetween(0.91, 0.985);
    assertThat(plan.simulated().get(HOLD).n()).isEqualTo(500);
  }

  @Test
  void bivariate_normal_probabilities_are_those_of_mvtnorm() {
    double[][] cases = {{0.5, 1.2, 0.4}, {-0.3, 0.8, -0.7}, {0.84, 0.84, 0.5}, {1, 1.5, 0.99}};
    for (int i = 0; i < cases.length; i++) {
      assertThat(BinormalAreas.bivariate(cases[i][0], cases[i][1], cases[i][2]))
          .isCloseTo(planning("bivariate_" + (i + 1)), within(1e-9));
    }
    assertThat(BinormalAreas.covariance(0.75, 0.8, 0.6, 40, 60))
        .isCloseTo(planning("covariance"), within(1e-10));
  }

  /** X and X are below both limits when X is below the lower: {@code P = Phi(min(h, k))}. */
  @Test
  void a_variable_with_itself_has_its_own_probability() {
    assertThat(BinormalAreas.bivariate(0, 1, 1)).isCloseTo(0.5, within(1e-9));
    assertThat(BinormalAreas.bivariate(0, 0, -1)).isCloseTo(0, within(1e-9));
    assertThat(BinormalAreas.bivariate(0, 0, 0.5)).isCloseTo(1.0 / 3, within(1e-12));
  }

  /**
   * The number is that of the same formula in R, within 6 % of Obuchowski and McClish's for
   * smoothed areas, and simulated studies have the power. pROC's larger number is too large: see
   * the script.
   */
  @Test
  void the_number_for_a_gain_is_that_of_r_and_has_the_power() {
    StudyPlan plan = new GainDesign(0.75, 0.07, 0.5, 0.4, 0.8).plan(STUDIES);
    assertThat(plan.patients()).isEqualTo((int) planning("gain"));
    assertThat((double) plan.patients())
        .isCloseTo(planning("gain_obuchowski"), within(0.06 * plan.patients()))
        .isLessThan(planning("gain_proc"));
    assertThat(plan.simulated().get("power (interval above 0)").value().orElseThrow())
        .isCloseTo(0.8, within(0.05));
    assertThat(plan.simulated().get(HOLD).value().orElseThrow()).isBetween(0.91, 0.985);
  }

  @Test
  void the_same_seed_gives_the_same_studies_and_another_others() {
    StudyDesign design = new CorrelationDesign(0.5, 0.3);
    Metrics first = design.plan(new SimulatedStudies(200, 1)).simulated();
    assertThat(design.plan(new SimulatedStudies(200, 1)).simulated()).isEqualTo(first);
    assertThat(design.plan(new SimulatedStudies(200, 2)).simulated()).isNotEqualTo(first);
  }

  @Test
  void what_cannot_be_is_refused_with_its_value() {
    List<Supplier<Object>> impossible =
        List.of(
            () -> new AurocDesign(0.5, 0.3, 0.1),
            () -> new AurocDesign(1, 0.3, 0.1),
            () -> new AurocDesign(Double.NaN, 0.3, 0.1),
            () -> new AurocDesign(0.8, 0, 0.1),
            () -> new AurocDesign(0.8, 0.3, 0),
            () -> new SensitivityDesign(1, 0.3, 0.1),
            () -> new SensitivityDesign(0.9, 1, 0.1),
            () -> new CorrelationDesign(1, 0.1),
            () -> new LimitsDesign(-1, 0.1),
            () -> new LimitsDesign(1, Double.POSITIVE_INFINITY),
            () -> new GainDesign(0.9, 0.1, 0.5, 0.3, 0.8),
            () -> new GainDesign(0.7, -0.1, 0.5, 0.3, 0.8),
            () -> new GainDesign(0.7, 0.1, 1, 0.3, 0.8),
            () -> new GainDesign(0.7, 0.1, 0.5, 0.3, 1));
    for (Supplier<Object> design : impossible) {
      assertThatThrownBy(design::get)
          .isInstanceOf(BadInputException.class)
          .hasMessageMatching("plan: .* must be above .* and below .*, found .*");
    }
    assertThatThrownBy(() -> new AurocDesign(0.8, 0.3, 1e-5).plan(STUDIES))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("more than 1,000,000 patients");
    assertThatThrownBy(() -> new SimulatedStudies(99, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void studies_that_report_no_interval_are_counted_against_it() {
    Metrics none = STUDIES.widths(draws -> Optional.empty(), 0, 1);
    Estimate holding = none.get(HOLD);
    assertThat(holding.value()).hasValue(0);
    assertThat(none.get(WIDTH).isEstimable()).isFalse();
  }

  @Property(seed = "15", tries = 100)
  void variances_fall_with_patients_and_covariances_stay_below_them(
      @ForAll @DoubleRange(min = 0.55, max = 0.95) double a,
      @ForAll @DoubleRange(min = 0.55, max = 0.95) double b,
      @ForAll @DoubleRange(min = -0.9, max = 0.9) double correlation) {
    double variance = BinormalAreas.variance(a, 30, 50);
    assertThat(variance).isPositive().isGreaterThan(BinormalAreas.variance(a, 31, 50));
    double covariance = BinormalAreas.covariance(a, b, correlation, 30, 50);
    assertThat(covariance * covariance)
        .isLessThanOrEqualTo(variance * BinormalAreas.variance(b, 30, 50));
    assertThat(BinormalAreas.covariance(b, a, correlation, 30, 50))
        .isCloseTo(covariance, within(1e-12));
  }
}
