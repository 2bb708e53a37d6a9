package org.strnet.evaluation.discrimination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.strnet.evaluation.Golden;
import org.strnet.evaluation.GoldenFile;
import org.strnet.evaluation.discrimination.PartialAuc.Focus;
import org.strnet.evaluation.estimate.Estimate;
import org.strnet.evaluation.resampling.PatientBootstrap;

class PartialAucTest {

  private static final GoldenFile GOLDEN = new GoldenFile("discrimination/areas.csv");
  private static final BinaryScores A = Golden.scores("score_a");
  private static final List<String> EACH =
      IntStream.range(0, 80).mapToObj(film -> "p" + film).toList();

  @Test
  void partial_areas_are_those_of_proc() {
    for (Focus focus : Focus.values()) {
      String name = focus.name().toLowerCase(Locale.ROOT);
      for (boolean corrected : new boolean[] {false, true}) {
        String end = corrected ? "_corrected" : "_plain";
        assertThat(new PartialAuc(focus, 0.8, 1, corrected).of(A).orElseThrow())
            .isCloseTo(GOLDEN.get(name + "_0.8_1" + end), within(1e-12));
        assertThat(new PartialAuc(focus, 0.35, 0.62, corrected).of(A).orElseThrow())
            .isCloseTo(GOLDEN.get(name + "_0.35_0.62" + end), within(1e-12));
      }
    }
  }

  /**
   * Positives 3, 1; negatives 2, 0. The curve runs (0, 0), (0, 1/2), (1/2, 1/2), (1/2, 1), (1, 1).
   * Over sensitivity 0.5 to 1 the specificity is 1/2: area 1/4. Chance has 1/8 there, the band is
   * 1/2 wide: (1 + (1/4 - 1/8) / (1/2 - 1/8)) / 2 = 2/3.
   */
  @Test
  void a_partial_area_is_that_worked_by_hand() {
    BinaryScores films =
        new BinaryScores(new double[] {3, 1, 2, 0}, new boolean[] {true, true, false, false});
    assertThat(new PartialAuc(Focus.SENSITIVITY, 0.5, 1, false).of(films)).hasValue(0.25);
    assertThat(new PartialAuc(Focus.SENSITIVITY, 0.5, 1, true).of(films).orElseThrow())
        .isCloseTo(2.0 / 3, within(1e-15));
  }

  @Test
  void the_whole_band_is_the_whole_area_whatever_the_ties() {
    SplittableRandom random = new SplittableRandom(4);
    for (int draw = 0; draw < 100; draw++) {
      double[] scores = random.ints(40, 0, 9).asDoubleStream().toArray();
      boolean[] positive = new boolean[40];
      for (int i = 0; i < 40; i++) {
        positive[i] = i % 3 == 0;
      }
      BinaryScores films = new BinaryScores(scores, positive);
      for (Focus focus : Focus.values()) {
        assertThat(new PartialAuc(focus, 0, 1, false).of(films).orElseThrow())
            .as("draw %d of seed 4", draw)
            .isCloseTo(Auroc.of(films).value(), within(1e-12));
      }
    }
  }

  @Test
  void the_interval_holds_the_area_and_a_perfect_score_has_none() {
    PartialAuc area = new PartialAuc(Focus.SENSITIVITY, 0.8, 1, false);
    Estimate found = area.estimate(A, EACH, new PatientBootstrap(300, 1));
    assertThat(found.low().orElseThrow()).isLessThan(found.value().orElseThrow());
    assertThat(found.high().orElseThrow()).isGreaterThan(found.value().orElseThrow());
    BinaryScores perfect =
        new BinaryScores(new double[] {3, 2, 1, 0}, new boolean[] {true, true, false, false});
    Estimate all = area.estimate(perfect, EACH.subList(0, 4), new PatientBootstrap(300, 1));
    assertThat(all.value().orElseThrow()).isCloseTo(0.2, within(1e-15));
    assertThat(all.interval()).isEmpty();
  }

  @Test
  void one_label_below_the_diagonal_or_a_band_turned_round_has_no_area() {
    BinaryScores wrong =
        new BinaryScores(new double[] {0, 1, 2, 3}, new boolean[] {true, true, false, false});
    assertThat(new PartialAuc(Focus.SENSITIVITY, 0.8, 1, true).of(wrong)).isEmpty();
    assertThat(new PartialAuc(Focus.SENSITIVITY, 0.8, 1, false).of(wrong)).hasValue(0);
    BinaryScores one = new BinaryScores(new double[] {0, 1}, new boolean[] {true, true});
    assertThat(
            new PartialAuc(Focus.SPECIFICITY, 0.8, 1, false)
                .estimate(one, EACH.subList(0, 2), new PatientBootstrap(100, 1))
                .text())
        .isEqualTo("not estimable (n = 2): needs films of both labels");
    assertThatThrownBy(() -> new PartialAuc(Focus.SPECIFICITY, 1, 0.8, true))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
