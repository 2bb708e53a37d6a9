package org.strnet.evaluation.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.strnet.evaluation.StatisticsGolden;
import org.strnet.evaluation.estimate.Estimate;
import org.strnet.evaluation.estimate.Interval;

class AgreementTest {

  private static final NumberPairs GOLDEN = StatisticsGolden.numbers();
  private static final NumberPairs NONE = pairs(new double[0]);

  private static NumberPairs pairs(double[] estimates, double... references) {
    return new NumberPairs(estimates, references);
  }

  private static void assertR(Estimate estimate, String name) {
    assertThat(estimate.value().orElseThrow()).isCloseTo(StatisticsGolden.r(name), within(1e-9));
    assertThat(estimate.low().orElseThrow())
        .isCloseTo(StatisticsGolden.r(name + "_low"), within(1e-9));
    assertThat(estimate.high().orElseThrow())
        .isCloseTo(StatisticsGolden.r(name + "_high"), within(1e-9));
  }

  @Test
  void correlations_and_their_intervals_are_those_of_r() {
    assertR(Spearman.estimate(GOLDEN), "spearman");
    assertR(Concordance.estimate(GOLDEN), "concordance");
    assertThat(NumberAgreement.determination(GOLDEN).orElseThrow())
        .isCloseTo(StatisticsGolden.sklearn("r2"), within(1e-12));
  }

  /** psych solves for its limits to about nine digits. */
  @Test
  void intraclass_correlations_are_those_of_psych() {
    IntraclassCorrelation correlation = IntraclassCorrelation.of(GOLDEN);
    assertR(correlation.agreement(), "ICC2");
    assertR(correlation.consistency(), "ICC3");
  }

  @Test
  void limits_of_agreement_are_those_of_r() {
    BlandAltman limits = BlandAltman.of(GOLDEN);
    assertR(limits.bias(), "bias");
    assertR(limits.upper(), "upper");
    assertThat(limits.lower().value().orElseThrow())
        .isCloseTo(StatisticsGolden.r("lower"), within(1e-9));
    assertR(limits.proportionalSlope(), "proportional");
    assertThat(limits.proportionalP().value().orElseThrow())
        .isCloseTo(StatisticsGolden.r("proportional_p"), within(1e-12));
  }

  /**
   * Differences 1, 2, 3 (estimates 2, 4, 6; references 1, 2, 3): bias 2, sd 1, limits 2 -+ 1.96.
   * Means 1.5, 3, 4.5: slope 2/3 without residual. Concordance: variances 8/3 and 2/3, covariance
   * 4/3, so (8/3) / (8/3 + 2/3 + 4) = 4/11.
   */
  @Test
  void a_small_case_is_that_worked_by_hand() {
    NumberPairs films = pairs(new double[] {2, 4, 6}, 1, 2, 3);
    BlandAltman limits = BlandAltman.of(films);
    assertThat(limits.bias().value().orElseThrow()).isCloseTo(2, within(1e-12));
    assertThat(limits.lower().value().orElseThrow()).isCloseTo(2 - Interval.Z, within(1e-12));
    assertThat(limits.proportionalSlope().value().orElseThrow()).isCloseTo(2.0 / 3, within(1e-12));
    assertThat(Concordance.of(films).orElseThrow()).isCloseTo(4.0 / 11, within(1e-12));
    assertThat(Spearman.of(films)).hasValue(1);
    assertThat(NumberAgreement.determination(films).orElseThrow()).isCloseTo(-6, within(1e-12));
  }

  @Test
  void ties_share_the_mean_of_their_ranks() {
    NumberPairs tied = pairs(new double[] {1, 1, 2, 5}, 3, 4, 7, 7);
    NumberPairs ranks = pairs(new double[] {1.5, 1.5, 3, 4}, 1, 2, 3.5, 3.5);
    assertThat(Spearman.of(tied)).isEqualTo(PearsonCorrelation.of(ranks));
  }

  @Test
  void too_few_or_constant_films_say_so() {
    NumberPairs constant = pairs(new double[] {1, 1, 1, 1}, 1, 1, 1, 1);
    NumberPairs two = pairs(new double[] {1, 2}, 2, 1);
    for (NumberPairs films : List.of(NONE, two, constant)) {
      String n = "not estimable (n = %d)".formatted(films.size());
      assertThat(Spearman.estimate(films).text()).contains(n);
      assertThat(Concordance.estimate(films).text()).contains(n);
      assertThat(IntraclassCorrelation.of(films).agreement().text()).contains(n);
      assertThat(BlandAltman.of(films).proportionalSlope().text()).contains(n);
    }
    assertThat(BlandAltman.of(two).bias().text()).contains("at least 3 films");
    assertThat(BlandAltman.of(constant).bias().value()).hasValue(0);
    assertThat(NumberAgreement.determination(NONE)).isEmpty();
    assertThat(NumberAgreement.determination(constant)).isEmpty();
    NumberPairs flat = pairs(new double[] {1, 1, 1, 1}, 1, 2, 3, 4);
    assertThat(Concordance.estimate(flat).method()).contains("no interval");
  }

  @Test
  void perfect_agreement_is_1_and_finite() {
    NumberPairs exact = pairs(new double[] {1, 2, 3, 5}, 1, 2, 3, 5);
    for (Estimate one :
        List.of(
            Spearman.estimate(exact),
            Concordance.estimate(exact),
            IntraclassCorrelation.of(exact).agreement(),
            IntraclassCorrelation.of(exact).consistency())) {
      assertThat(one.value().orElseThrow()).isCloseTo(1, within(1e-12));
      assertThat(one.high().orElseThrow()).isCloseTo(1, within(1e-12));
    }
    NumberPairs shifted = pairs(new double[] {2, 3, 4, 6}, 1, 2, 3, 5);
    assertThat(IntraclassCorrelation.of(shifted).consistency().value().orElseThrow())
        .isCloseTo(1, within(1e-12));
    assertThat(IntraclassCorrelation.of(shifted).agreement().value().orElseThrow()).isLessThan(0.9);
    assertThat(BlandAltman.of(shifted).proportionalP().value()).hasValue(1);
  }

  @Property(seed = "12", tries = 500)
  void every_figure_is_finite_bounded_and_within_its_interval(
      @ForAll("few") double[] estimates, @ForAll("tScores") double[] others) {
    NumberPairs films = pairs(estimates, Arrays.copyOf(others, estimates.length));
    IntraclassCorrelation intraclass = IntraclassCorrelation.of(films);
    Stream.of(
            Spearman.estimate(films),
            Concordance.estimate(films),
            intraclass.agreement(),
            intraclass.consistency())
        .forEach(
            estimate -> {
              estimate.value().ifPresent(value -> assertThat(value).isLessThanOrEqualTo(1 + 1e-12));
              estimate
                  .interval()
                  .ifPresent(
                      interval ->
                          assertThat(estimate.value().orElseThrow())
                              .isBetween(interval.low() - 1e-9, interval.high() + 1e-9));
            });
  }

  @Property(seed = "13", tries = 200)
  void exchanging_the_sides_keeps_agreement_and_turns_the_bias(
      @ForAll("tScores") double[] a, @ForAll("tScores") double[] b) {
    NumberPairs films = pairs(a, b);
    NumberPairs turned = pairs(b, a);
    assertClose(Concordance.estimate(films), Concordance.estimate(turned));
    assertClose(
        IntraclassCorrelation.of(films).agreement(), IntraclassCorrelation.of(turned).agreement());
    assertThat(BlandAltman.of(films).bias().value().orElseThrow())
        .isCloseTo(-BlandAltman.of(turned).bias().value().orElseThrow(), within(1e-12));
    assertThat(BlandAltman.of(films).upper().value().orElseThrow())
        .isCloseTo(-BlandAltman.of(turned).lower().value().orElseThrow(), within(1e-9));
  }

  private static void assertClose(Estimate a, Estimate b) {
    assertThat(a.isEstimable()).isEqualTo(b.isEstimable());
    if (a.isEstimable()) {
      assertThat(a.value().orElseThrow()).isCloseTo(b.value().orElseThrow(), within(1e-9));
    }
  }

  /** Ranks do not change under a rising map. */
  @Property(seed = "14", tries = 200)
  void spearman_does_not_change_under_rising_maps(
      @ForAll("tScores") double[] a, @ForAll("tScores") double[] b) {
    double[] mapped = Arrays.stream(a).map(x -> 3 * x + 7).toArray();
    assertThat(Spearman.of(pairs(mapped, b))).isEqualTo(Spearman.of(pairs(a, b)));
  }

  /** Three of four references lie within, one exactly on the limit; widths 1, 1, 2, 4. */
  @Test
  void coverage_counts_the_limits_and_says_its_width() {
    IntervalCoverage coverage =
        IntervalCoverage.of(
            List.of(
                new Interval(0, 1), new Interval(0, 1), new Interval(-1, 1), new Interval(-2, 2)),
            new double[] {0.5, 1, 1.1, -1});
    assertThat(coverage.coverage().value()).hasValue(0.75);
    assertThat(coverage.coverage().method()).contains("Wilson");
    assertThat(coverage.meanWidth().value()).hasValue(2);
    assertThat(IntervalCoverage.of(List.of(), new double[0]).meanWidth().text()).contains("n = 0");
    assertThatThrownBy(() -> IntervalCoverage.of(List.of(), new double[1]))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void the_limits_of_the_who_belong_to_the_classes_as_stated() {
    assertThat(
            BoneStatusAgreement.of(pairs(new double[] {-1.0, -1.01, -2.49, -2.5}, 0, 0, 0, 0))
                .estimates())
        .containsExactly(0, 1, 1, 2);
  }

  @Test
  void the_table_of_who_classes_is_that_of_r() {
    int[][] counts = BoneStatusAgreement.of(GOLDEN).table().counts();
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        assertThat(counts[i][j]).isEqualTo((int) StatisticsGolden.r("who_" + i + j));
      }
    }
  }

  @Test
  void a_headline_needs_30_films() {
    Estimate few = Estimate.ofValue(0.8, 29, "r");
    assertThat(new Headline(few).text()).isEqualTo("no headline (n = 29): needs at least 30 films");
    Estimate enough = Estimate.ofValue(0.8, 30, "r");
    assertThat(new Headline(enough).refusal()).isEmpty();
    assertThat(new Headline(enough).text()).isEqualTo("0.800, n = 30");
    assertThat(new Headline(Estimate.notEstimable(40, "needs variation")).text())
        .contains("not estimable (n = 40)");
  }

  @Provide
  Arbitrary<double[]> tScores() {
    return Arbitraries.doubles().between(-4, 3).ofScale(2).array(double[].class).ofSize(9);
  }

  @Provide
  Arbitrary<double[]> few() {
    return Arbitraries.doubles()
        .between(-4, 3)
        .ofScale(0)
        .array(double[].class)
        .ofMinSize(3)
        .ofMaxSize(9);
  }
}
