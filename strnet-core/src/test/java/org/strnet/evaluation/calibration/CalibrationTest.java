package org.strnet.evaluation.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.strnet.evaluation.StatisticsGolden;
import org.strnet.evaluation.discrimination.BinaryScores;
import org.strnet.evaluation.estimate.Estimate;

class CalibrationTest {

  private static final PredictedProbabilities GOLDEN =
      StatisticsGolden.probabilities("probability");
  private static final PredictedProbabilities NONE = films(new double[0]);
  private static final Offset<Double> EXACT = within(1e-12);

  private static PredictedProbabilities films(double[] values, boolean... positive) {
    return new PredictedProbabilities(values, positive);
  }

  @Test
  void slope_and_intercept_with_their_intervals_are_those_of_r() {
    CalibrationSlope fit = CalibrationSlope.of(GOLDEN);
    assertEstimate(fit.slope(), "slope", 1e-6);
    assertEstimate(fit.inTheLarge(), "in_the_large", 1e-7);
    assertThat(fit.slope().value().orElseThrow())
        .isCloseTo(StatisticsGolden.r("slope_rms"), within(1e-6));
  }

  private static void assertEstimate(Estimate estimate, String name, double tolerance) {
    assertThat(estimate.value().orElseThrow())
        .isCloseTo(StatisticsGolden.r(name), within(tolerance));
    assertThat(estimate.low().orElseThrow())
        .isCloseTo(StatisticsGolden.r(name + "_low"), within(tolerance));
    assertThat(estimate.high().orElseThrow())
        .isCloseTo(StatisticsGolden.r(name + "_high"), within(tolerance));
  }

  /**
   * At logit ln 3 (p = 0.75) two of three are positive, at -ln 3 one of three: the frequencies'
   * logits are ln 2 and -ln 2, so the slope is ln 2 / ln 3 = 0.6309 and the intercept in the large
   * 0.
   */
  @Test
  void the_slope_is_that_worked_by_hand() {
    CalibrationSlope fit =
        CalibrationSlope.of(
            films(
                new double[] {0.75, 0.75, 0.75, 0.25, 0.25, 0.25},
                true,
                true,
                false,
                true,
                false,
                false));
    assertThat(fit.slope().value().orElseThrow())
        .isCloseTo(Math.log(2) / Math.log(3), within(1e-9));
    assertThat(fit.inTheLarge().value().orElseThrow()).isCloseTo(0, within(1e-9));
  }

  @Test
  void a_slope_that_does_not_exist_says_why() {
    assertThat(CalibrationSlope.of(NONE).slope().text()).contains("n = 0", "both labels");
    assertThat(CalibrationSlope.of(films(new double[] {0.2, 0.4}, true, true)).slope().text())
        .contains("2 positive, 0 negative");
    assertThat(
            CalibrationSlope.of(films(new double[] {0, 0.4, 1}, false, true, true)).slope().text())
        .contains("above 0 and below 1, found 2");
    CalibrationSlope separated =
        CalibrationSlope.of(films(new double[] {0.2, 0.4, 0.6}, false, false, true));
    assertThat(separated.slope().text()).contains("does not separate");
    assertThat(separated.inTheLarge().isEstimable()).isTrue();
    assertThat(
            CalibrationSlope.of(films(new double[] {0.2, 0.2, 0.6}, false, true, true))
                .slope()
                .text())
        .contains("does not separate");
    CalibrationSlope constant =
        CalibrationSlope.of(films(new double[] {0.5, 0.5, 0.5}, true, false, false));
    assertThat(constant.slope().text()).contains("vary");
    assertThat(constant.inTheLarge().value().orElseThrow()).isCloseTo(Math.log(0.5), within(1e-9));
  }

  @Property(seed = "3", tries = 300)
  void whatever_the_probabilities_the_figures_are_finite_or_absent(
      @ForAll("extremes") double[] values, @ForAll("labels") boolean[] labels) {
    CalibrationSlope fit = CalibrationSlope.of(films(values, labels));
    assertThat(fit.slope().text() + fit.inTheLarge().text()).doesNotContain("NaN", "Infinity");
  }

  /** A slope b and intercept a applied to the logits divide the slope by b. */
  @Property(seed = "4", tries = 50)
  void sharper_logits_lower_the_slope_by_their_factor(
      @ForAll @DoubleRange(min = 0.3, max = 3) double factor) {
    double[] sharper =
        Arrays.stream(StatisticsGolden.logits())
            .map(x -> 1 / (1 + Math.exp(-factor * x)))
            .toArray();
    CalibrationSlope fit = CalibrationSlope.of(films(sharper, StatisticsGolden.labels()));
    assertThat(fit.slope().value().orElseThrow() * factor)
        .isCloseTo(StatisticsGolden.r("slope"), within(1e-6));
  }

  @Test
  void brier_score_and_skill_are_those_of_scikit_learn_and_of_r() {
    assertThat(BrierScore.of(GOLDEN).orElseThrow())
        .isCloseTo(StatisticsGolden.sklearn("brier"), EXACT)
        .isCloseTo(StatisticsGolden.r("brier"), within(1e-12));
    assertThat(BrierScore.skill(GOLDEN).orElseThrow())
        .isCloseTo(StatisticsGolden.sklearn("brier_skill"), EXACT);
  }

  /** Misses 0.2 and 0.4: (0.04 + 0.16) / 2 = 0.1; the prevalence one half scores 0.25. */
  @Test
  void the_brier_score_is_that_worked_by_hand() {
    PredictedProbabilities films = films(new double[] {0.8, 0.4}, true, false);
    assertThat(BrierScore.of(films).orElseThrow()).isCloseTo(0.1, EXACT);
    assertThat(BrierScore.skill(films).orElseThrow()).isCloseTo(0.6, EXACT);
    assertThat(BrierScore.of(NONE)).isEmpty();
    assertThat(BrierScore.skill(films(new double[] {1, 0}, true, true))).isEmpty();
    assertThat(BrierScore.of(films(new double[] {1, 0}, true, false))).hasValue(0);
  }

  @Test
  void spiegelhalters_test_is_that_of_rms() {
    Spiegelhalter test = Spiegelhalter.of(GOLDEN);
    assertThat(test.z().value().orElseThrow())
        .isCloseTo(StatisticsGolden.r("spiegelhalter_z"), within(1e-9));
    assertThat(test.p().value().orElseThrow())
        .isCloseTo(StatisticsGolden.r("spiegelhalter_p"), within(1e-9));
    assertThat(Spiegelhalter.of(NONE).z().text()).contains("n = 0");
    assertThat(Spiegelhalter.of(films(new double[] {0, 0.5, 1}, true, true, true)).p().text())
        .contains("none of 0, 0.5 and 1");
  }

  @Test
  void bins_and_errors_are_those_of_scikit_learn() {
    assertBins(CalibrationError.equalWidth(GOLDEN, 10), "uniform");
    assertBins(CalibrationError.equalMass(GOLDEN, 10), "quantile");
  }

  private static void assertBins(CalibrationError error, String strategy) {
    assertThat(error.value().orElseThrow())
        .isCloseTo(StatisticsGolden.sklearn(strategy + "_error"), EXACT);
    List<ReliabilityBin> bins = error.bins();
    for (int i = 0; i < bins.size(); i++) {
      assertThat(bins.get(i).observed().value().orElseThrow())
          .isCloseTo(StatisticsGolden.sklearn(strategy + "_observed_" + i), EXACT);
      assertThat(bins.get(i).meanProbability())
          .isCloseTo(StatisticsGolden.sklearn(strategy + "_predicted_" + i), EXACT);
    }
    assertThat(bins.stream().mapToInt(ReliabilityBin::n).sum()).isEqualTo(150);
  }

  @Test
  void equal_probabilities_are_one_bin_and_no_films_are_none() {
    CalibrationError tied =
        CalibrationError.equalMass(
            films(new double[] {0.3, 0.3, 0.3, 0.3}, true, false, false, true), 4);
    assertThat(tied.bins()).hasSize(1);
    assertThat(tied.value().orElseThrow()).isCloseTo(0.2, EXACT);
    assertThat(tied.largest().orElseThrow()).isCloseTo(0.2, EXACT);
    assertThat(CalibrationError.equalWidth(NONE, 10).value()).isEmpty();
    assertThat(CalibrationError.equalMass(NONE, 10).largest()).isEmpty();
    assertThat(CalibrationError.equalWidth(films(new double[] {0, 1}, false, true), 10).value())
        .hasValue(0);
    assertThatThrownBy(() -> CalibrationError.equalWidth(GOLDEN, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void the_isotonic_line_is_that_of_scikit_learn() {
    ReliabilityCurve curve = ReliabilityCurve.of(GOLDEN, 8);
    assertThat(curve.bins()).hasSizeBetween(6, 8);
    for (int film = 0; film < 10; film++) {
      double probability = GOLDEN.value(film);
      assertThat(
              curve.isotonic().stream()
                  .filter(point -> point.probability() <= probability)
                  .reduce((first, second) -> second)
                  .orElseThrow()
                  .observed())
          .isCloseTo(StatisticsGolden.sklearn("reliability_" + film), EXACT);
    }
    assertThat(ReliabilityCurve.of(NONE, 5).isotonic()).isEmpty();
  }

  /** The mean distance never exceeds the largest, and merging all films cannot raise the error. */
  @Property(seed = "5", tries = 200)
  void one_bin_has_the_least_error(
      @ForAll("probabilities") double[] values, @ForAll("labels") boolean[] labels) {
    PredictedProbabilities films = films(values, labels);
    double one = CalibrationError.equalWidth(films, 1).value().orElseThrow();
    for (CalibrationError error :
        List.of(CalibrationError.equalWidth(films, 7), CalibrationError.equalMass(films, 7))) {
      assertThat(error.value().orElseThrow()).isBetween(one - 1e-12, 1.0);
      assertThat(error.value().orElseThrow())
          .isLessThanOrEqualTo(error.largest().orElseThrow() + 1e-12);
    }
  }

  @Test
  void what_is_no_probability_is_refused() {
    for (double value : new double[] {-0.1, 1.1, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThatThrownBy(() -> films(new double[] {value}, true))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("0 to 1");
    }
    assertThatThrownBy(() -> films(new double[] {0.5}))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () ->
                PredictedProbabilities.of(new BinaryScores(new double[] {2}, new boolean[] {true})))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Provide
  Arbitrary<double[]> probabilities() {
    return Arbitraries.doubles().between(0, 1).ofScale(2).array(double[].class).ofSize(12);
  }

  @Provide
  Arbitrary<double[]> extremes() {
    return Arbitraries.doubles().between(0, 1).ofScale(30).array(double[].class).ofSize(12);
  }

  @Provide
  Arbitrary<boolean[]> labels() {
    return Arbitraries.of(true, false).array(boolean[].class).ofSize(12);
  }
}
