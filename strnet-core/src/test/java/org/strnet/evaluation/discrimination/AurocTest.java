package org.strnet.evaluation.discrimination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.strnet.evaluation.Golden;
import org.strnet.evaluation.estimate.Estimate;

class AurocTest {

  /**
   * Positives 0.8, 0.5; negatives 0.5, 0.3, 0.1. Of six pairs the positive is higher in five and
   * equal in one: 5.5 / 6. Shares of negatives below each positive: 1 and 2.5 / 3, variance 1/72;
   * shares of positives above each negative: 0.75, 1, 1, variance 1/48. DeLong: 1/72/2 + 1/48/3 =
   * 1/72.
   */
  @Test
  void area_and_variance_are_those_worked_by_hand() {
    BinaryScores films = films(new double[] {0.8, 0.5, 0.5, 0.3, 0.1}, 2);
    Auroc area = Auroc.of(films);
    assertThat(area.value()).isCloseTo(5.5 / 6, within(1e-15));
    assertThat(area.variance()).isCloseTo(1.0 / 72, within(1e-15));
    Estimate estimate = area.estimate();
    assertThat(estimate.low().orElseThrow())
        .isCloseTo(5.5 / 6 - 1.959964 * Math.sqrt(1.0 / 72), within(1e-6));
    assertThat(estimate.high()).hasValue(1);
    assertThat(estimate.n()).isEqualTo(5);
  }

  @Test
  void area_interval_and_paired_test_are_those_of_proc() {
    Auroc a = Auroc.of(Golden.scores("score_a"));
    Auroc b = Auroc.of(Golden.scores("score_b"));
    assertThat(a.value()).isCloseTo(Golden.r("auroc_a"), within(1e-12));
    assertThat(a.variance()).isCloseTo(Golden.r("auroc_a_variance"), within(1e-12));
    assertThat(a.estimate().low().orElseThrow()).isCloseTo(Golden.r("auroc_a_low"), within(1e-9));
    assertThat(a.estimate().high().orElseThrow()).isCloseTo(Golden.r("auroc_a_high"), within(1e-9));
    assertThat(b.value()).isCloseTo(Golden.r("auroc_b"), within(1e-12));
    Auroc.Comparison paired = a.compare(b);
    assertThat(paired.p().orElseThrow()).isCloseTo(Golden.r("paired_p"), within(1e-9));
    assertThat(paired.difference().low().orElseThrow())
        .isCloseTo(Golden.r("paired_low"), within(1e-9));
    assertThat(paired.difference().high().orElseThrow())
        .isCloseTo(Golden.r("paired_high"), within(1e-9));
  }

  @Test
  void the_area_is_the_share_of_ordered_pairs_whatever_the_ties() {
    SplittableRandom random = new SplittableRandom(5);
    for (int draw = 0; draw < 200; draw++) {
      double[] scores = new double[30];
      for (int i = 0; i < scores.length; i++) {
        scores[i] = random.nextInt(6);
      }
      BinaryScores films = films(scores, 1 + random.nextInt(28));
      double area = Auroc.of(films).value();
      assertThat(area).as("draw %d of seed 5", draw).isCloseTo(pairs(films), within(1e-12));
      assertThat(RocCurve.of(films).area()).isCloseTo(area, within(1e-12));
    }
  }

  @Test
  void turning_the_scores_round_turns_the_area_round() {
    BinaryScores films = Golden.scores("score_a");
    double[] turned = films.scores();
    for (int i = 0; i < turned.length; i++) {
      turned[i] = -turned[i];
    }
    assertThat(Auroc.of(new BinaryScores(turned, films.positive())).value())
        .isCloseTo(1 - Auroc.of(films).value(), within(1e-12));
  }

  @Test
  void a_label_that_does_not_occur_gives_no_figure_but_its_n() {
    Estimate none = Auroc.estimate(films(new double[] {1, 2, 3, 4}, 0));
    assertThat(none.isEstimable()).isFalse();
    assertThat(none.text()).contains("not estimable (n = 4)");
    Estimate one = Auroc.estimate(films(new double[] {4, 2, 3, 1}, 1));
    assertThat(one.value()).hasValue(1);
    assertThat(one.interval()).isEmpty();
  }

  @Test
  void a_comparison_with_itself_finds_no_difference_and_other_films_are_refused() {
    Auroc area = Auroc.of(Golden.scores("score_a"));
    assertThat(area.compare(area).p()).hasValue(1);
    Auroc other = Auroc.of(films(new double[] {1, 2, 3, 4}, 2));
    assertThatThrownBy(() -> area.compare(other)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void the_curve_runs_from_nothing_to_everything_through_each_distinct_score() {
    RocCurve curve = RocCurve.of(films(new double[] {0.8, 0.5, 0.5, 0.3, 0.1}, 2));
    assertThat(curve.points())
        .containsExactly(
            new RocCurve.Point(Double.POSITIVE_INFINITY, 0, 0),
            new RocCurve.Point(0.8, 0, 0.5),
            new RocCurve.Point(0.5, 1.0 / 3, 1),
            new RocCurve.Point(0.3, 2.0 / 3, 1),
            new RocCurve.Point(0.1, 1, 1));
  }

  private static double pairs(BinaryScores films) {
    double sum = 0;
    for (int i = 0; i < films.size(); i++) {
      for (int j = 0; j < films.size(); j++) {
        if (films.isPositive(i) && !films.isPositive(j)) {
          sum += films.score(i) > films.score(j) ? 1 : films.score(i) == films.score(j) ? 0.5 : 0;
        }
      }
    }
    return sum / films.positives() / films.negatives();
  }

  /** The first films are positive. */
  private static BinaryScores films(double[] scores, int positives) {
    boolean[] positive = new boolean[scores.length];
    java.util.Arrays.fill(positive, 0, positives, true);
    return new BinaryScores(scores, positive);
  }
}
