package org.strnet.evaluation.accuracy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.strnet.decision.Proportion;
import org.strnet.evaluation.Golden;
import org.strnet.evaluation.GoldenFile;
import org.strnet.evaluation.estimate.Estimate;
import org.strnet.evaluation.estimate.Interval;
import org.strnet.evaluation.resampling.PatientBootstrap;

class ConfusionCountsTest {

  private static final GoldenFile R = new GoldenFile("accuracy/tables.csv");
  private static final GoldenFile SKLEARN = new GoldenFile("discrimination/curves.csv");

  /** The count set that fits the STR-Net paper's sensitivity and specificity. */
  private static final ConfusionCounts PAPER = new ConfusionCounts(123, 13, 20, 68);

  private static final ConfusionCounts NONE = new ConfusionCounts(0, 0, 0, 0);

  @Test
  void wilson_and_exact_limits_are_those_of_r() {
    for (String share : List.of("0_10", "8_10", "10_10", "123_136")) {
      String[] counts = share.split("_", 2);
      Proportion proportion =
          new Proportion(Integer.parseInt(counts[0]), Integer.parseInt(counts[1]));
      Interval exact = IntervalMethod.CLOPPER_PEARSON.of(proportion);
      assertThat(exact.low()).isCloseTo(R.get("exact_low_" + share), within(1e-9));
      assertThat(exact.high()).isCloseTo(R.get("exact_high_" + share), within(1e-9));
      Interval wilson = IntervalMethod.WILSON.of(proportion);
      assertThat(wilson.low()).isCloseTo(R.get("wilson_low_" + share), within(1e-12));
      assertThat(wilson.high()).isCloseTo(R.get("wilson_high_" + share), within(1e-12));
    }
    assertThat(new Proportion(123, 136).clopperPearsonLow(0.05))
        .isCloseTo(R.get("exact_one_sided_low_123_136"), within(1e-9));
  }

  @Test
  void each_share_rests_on_its_own_films_and_says_its_method() {
    Estimate sensitivity = PAPER.sensitivity(IntervalMethod.CLOPPER_PEARSON);
    assertThat(sensitivity.low().orElseThrow()).isCloseTo(R.get("exact_low_123_136"), within(1e-9));
    assertThat(sensitivity.method()).isEqualTo("Clopper-Pearson 95 %");
    assertThat(PAPER.sensitivity().method()).isEqualTo("Wilson 95 %");
    assertThat(PAPER.specificity().value().orElseThrow()).isEqualTo(68.0 / 88);
    assertThat(PAPER.accuracy().value().orElseThrow()).isEqualTo(191.0 / 224);
    assertThat(PAPER.ppv(IntervalMethod.WILSON).value().orElseThrow()).isEqualTo(123.0 / 143);
    assertThat(PAPER.ppv(IntervalMethod.WILSON).n()).isEqualTo(143);
    assertThat(PAPER.npv(IntervalMethod.WILSON).value().orElseThrow()).isEqualTo(68.0 / 81);
  }

  @Test
  void likelihood_ratios_are_those_of_the_log_method() {
    assertRatio(PAPER.positiveLikelihoodRatio(), "lr_positive_");
    assertRatio(PAPER.negativeLikelihoodRatio(), "lr_negative_");
  }

  private static void assertRatio(Estimate ratio, String name) {
    assertThat(ratio.value().orElseThrow()).isCloseTo(R.get(name + 1), within(1e-12));
    assertThat(ratio.low().orElseThrow()).isCloseTo(R.get(name + 2), within(1e-12));
    assertThat(ratio.high().orElseThrow()).isCloseTo(R.get(name + 3), within(1e-12));
  }

  @Test
  void figures_of_decisions_are_those_of_scikit_learn() {
    double[] scores = Golden.column("score_a");
    boolean[] referred = new boolean[80];
    for (int film = 0; film < 80; film++) {
      referred[film] = scores[film] >= SKLEARN.get("threshold");
    }
    ConfusionCounts counts = ConfusionCounts.of(referred, Golden.scores("score_a").positive());
    assertThat(counts.balancedAccuracy().orElseThrow())
        .isCloseTo(SKLEARN.get("balanced_accuracy"), within(1e-12));
    assertThat(counts.f1().orElseThrow()).isCloseTo(SKLEARN.get("f1"), within(1e-12));
    assertThat(counts.matthews().orElseThrow()).isCloseTo(SKLEARN.get("matthews"), within(1e-12));
    assertThat(counts.youden().orElseThrow())
        .isCloseTo(2 * SKLEARN.get("balanced_accuracy") - 1, within(1e-12));
    assertThat(counts.ppv(IntervalMethod.WILSON).value().orElseThrow())
        .isCloseTo(SKLEARN.get("ppv"), within(1e-12));
    assertThat(counts.sensitivity().value().orElseThrow())
        .isCloseTo(SKLEARN.get("sensitivity"), within(1e-12));
  }

  @Test
  void figures_without_a_formula_for_their_interval_get_one_by_patient() {
    boolean[] referred = new boolean[60];
    boolean[] positive = new boolean[60];
    for (int film = 0; film < 60; film++) {
      positive[film] = film % 2 == 0;
      referred[film] = film % 5 != 0 == positive[film];
    }
    List<String> patients = IntStream.range(0, 60).mapToObj(film -> "p" + film / 2).toList();
    Estimate f1 =
        new BinaryDecisions(referred, positive)
            .estimate(ConfusionCounts::f1, patients, new PatientBootstrap(400, 2));
    assertThat(f1.low().orElseThrow()).isLessThan(f1.value().orElseThrow());
    assertThat(f1.high().orElseThrow()).isGreaterThan(f1.value().orElseThrow());
    assertThat(f1.method()).contains("30 patients", "B = 400", "seed 2");
  }

  @Test
  void no_film_gives_no_figure_and_no_nan() {
    for (IntervalMethod method : IntervalMethod.values()) {
      assertThat(NONE.sensitivity(method).text()).startsWith("not estimable (n = 0)");
      assertThat(NONE.ppv(method).text()).startsWith("not estimable (n = 0)");
      assertThat(NONE.npv(method).isEstimable()).isFalse();
      assertThat(NONE.accuracy(method).isEstimable()).isFalse();
    }
    assertThat(NONE.positiveLikelihoodRatio().isEstimable()).isFalse();
    assertThat(NONE.f1()).isEmpty();
    assertThat(NONE.matthews()).isEmpty();
    assertThat(NONE.balancedAccuracy()).isEmpty();
    assertThat(NONE.youden()).isEmpty();
    assertThat(
            new BinaryDecisions(new boolean[0], new boolean[0])
                .estimate(ConfusionCounts::youden, List.of(), new PatientBootstrap(100, 1))
                .isEstimable())
        .isFalse();
  }

  /**
   * Nothing without the finding is referred: the positive ratio is infinite, the negative is 0.5.
   */
  @Test
  void an_empty_cell_is_told_and_not_corrected() {
    ConfusionCounts counts = new ConfusionCounts(5, 5, 0, 10);
    assertThat(counts.positiveLikelihoodRatio().text())
        .isEqualTo("not estimable (n = 20): needs films of both kinds and a false positive");
    assertThat(counts.negativeLikelihoodRatio().value()).hasValue(0.5);
    ConfusionCounts perfect = new ConfusionCounts(10, 0, 1, 9);
    assertThat(perfect.negativeLikelihoodRatio().value()).hasValue(0);
    assertThat(perfect.negativeLikelihoodRatio().interval()).isEmpty();
  }

  @Test
  void counts_of_large_cohorts_do_not_overflow() {
    int many = 500_000_000;
    assertThat(new ConfusionCounts(many, many, many, many).matthews()).hasValue(0);
    assertThat(new ConfusionCounts(many, 0, 0, many).matthews().orElseThrow())
        .isCloseTo(1, within(1e-12));
  }

  @Test
  void negative_counts_and_unequal_lengths_are_refused() {
    assertThatThrownBy(() -> new ConfusionCounts(1, -1, 0, 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> ConfusionCounts.of(new boolean[2], new boolean[3]))
        .hasMessage("one label per decision, found 3 and 2");
  }
}
