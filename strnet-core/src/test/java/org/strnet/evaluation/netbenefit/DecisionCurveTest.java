package org.strnet.evaluation.netbenefit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.strnet.evaluation.StatisticsGolden;
import org.strnet.evaluation.calibration.PredictedProbabilities;
import org.strnet.evaluation.estimate.Estimate;
import org.strnet.evaluation.resampling.PatientBootstrap;

class DecisionCurveTest {

  private static final PatientBootstrap BOOTSTRAP = new PatientBootstrap(200, 1);
  private static final PredictedProbabilities GOLDEN =
      StatisticsGolden.probabilities("probability");

  /**
   * At t = 0.25 needless referrals weigh 1/3. Referred are 0.9 (finding), 0.25 (none) and 0.3
   * (finding): (2 - 1/3) / 4 = 5/12. Referring all four: (2 - 2/3) / 4 = 1/3.
   */
  @Test
  void net_benefit_is_that_worked_by_hand() {
    PredictedProbabilities films =
        new PredictedProbabilities(
            new double[] {0.9, 0.25, 0.3, 0.1}, new boolean[] {true, false, true, false});
    assertThat(NetBenefit.of(films, 0.25).orElseThrow()).isCloseTo(5.0 / 12, within(1e-15));
    assertThat(NetBenefit.ofAll(films, 0.25).orElseThrow()).isCloseTo(1.0 / 3, within(1e-15));
  }

  @Test
  void net_benefit_is_that_of_the_formula_in_r() {
    for (String threshold : List.of("0.1", "0.35", "0.6", "0.9")) {
      double t = Double.parseDouble(threshold);
      assertThat(NetBenefit.of(GOLDEN, t).orElseThrow())
          .isCloseTo(StatisticsGolden.r("benefit_" + threshold), within(1e-12));
      assertThat(NetBenefit.ofAll(GOLDEN, t).orElseThrow())
          .isCloseTo(StatisticsGolden.r("benefit_all_" + threshold), within(1e-12));
    }
  }

  @Test
  void the_curve_has_bands_around_its_points_and_the_same_for_the_same_seed() {
    ThresholdRange range = new ThresholdRange(0.1, 0.6, 3);
    DecisionCurve curve = DecisionCurve.of(GOLDEN, StatisticsGolden.patients(), range, BOOTSTRAP);
    assertThat(curve.points())
        .extracting(DecisionCurve.Point::threshold)
        .containsExactly(0.1, 0.35, 0.6);
    for (DecisionCurve.Point point : curve.points()) {
      assertThat(point.model().value().orElseThrow())
          .isEqualTo(NetBenefit.of(GOLDEN, point.threshold()).orElseThrow())
          .isBetween(point.model().low().orElseThrow(), point.model().high().orElseThrow());
      double best = Math.max(point.none(), point.all().value().orElseThrow());
      assertThat(point.overDefault().value().orElseThrow())
          .isCloseTo(point.model().value().orElseThrow() - best, within(1e-12));
    }
    assertThat(DecisionCurve.of(GOLDEN, StatisticsGolden.patients(), range, BOOTSTRAP))
        .isEqualTo(curve);
  }

  @Test
  void a_difference_is_paired_and_of_itself_nothing() {
    PredictedProbabilities other = StatisticsGolden.probabilities("other");
    Estimate difference =
        DecisionCurve.difference(GOLDEN, other, StatisticsGolden.patients(), 0.35, BOOTSTRAP);
    assertThat(difference.value().orElseThrow())
        .isCloseTo(StatisticsGolden.r("benefit_difference"), within(1e-12));
    Estimate none =
        DecisionCurve.difference(GOLDEN, GOLDEN, StatisticsGolden.patients(), 0.35, BOOTSTRAP);
    assertThat(none.value()).hasValue(0);
    assertThat(none.interval()).isEmpty();
  }

  @Test
  void no_films_have_no_net_benefit_and_one_label_has() {
    PredictedProbabilities none = new PredictedProbabilities(new double[0], new boolean[0]);
    DecisionCurve curve = DecisionCurve.of(none, List.of(), ThresholdRange.WIDE, BOOTSTRAP);
    assertThat(curve.points()).hasSize(19);
    assertThat(curve.points().get(0).model().text()).contains("not estimable (n = 0)");
    PredictedProbabilities healthy =
        new PredictedProbabilities(new double[] {0.9, 0.1}, new boolean[] {false, false});
    assertThat(NetBenefit.of(healthy, 0.5)).hasValue(-0.5);
  }

  @Test
  void thresholds_outside_of_0_and_1_and_other_films_are_refused() {
    for (double threshold : new double[] {0, 1, -1, Double.NaN}) {
      assertThatThrownBy(() -> NetBenefit.of(GOLDEN, threshold))
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThatThrownBy(() -> new ThresholdRange(0.5, 0.4, 2))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new ThresholdRange(0.1, 0.4, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(new ThresholdRange(0.3, 0.3, 1).values()).containsExactly(0.3);
    PredictedProbabilities other = new PredictedProbabilities(new double[1], new boolean[1]);
    assertThatThrownBy(
            () ->
                DecisionCurve.difference(
                    GOLDEN, other, StatisticsGolden.patients(), 0.5, BOOTSTRAP))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** No rule can do better than referring exactly the films with the finding. */
  @Property(seed = "6", tries = 200)
  void net_benefit_never_exceeds_the_prevalence(
      @ForAll("probabilities") double[] values,
      @ForAll("labels") boolean[] labels,
      @ForAll @DoubleRange(min = 0.01, max = 0.99) double threshold) {
    PredictedProbabilities films = new PredictedProbabilities(values, labels);
    assertThat(NetBenefit.of(films, threshold).orElseThrow())
        .isLessThanOrEqualTo(films.positives() / 15.0 + 1e-15);
  }

  @Provide
  Arbitrary<double[]> probabilities() {
    return Arbitraries.doubles().between(0, 1).ofScale(2).array(double[].class).ofSize(15);
  }

  @Provide
  Arbitrary<boolean[]> labels() {
    return Arbitraries.of(true, false).array(boolean[].class).ofSize(15);
  }
}
