package org.strnet.evaluation.discrimination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.strnet.evaluation.Golden;
import org.strnet.evaluation.GoldenFile;
import org.strnet.evaluation.estimate.Estimate;
import org.strnet.evaluation.resampling.PatientBootstrap;

class AdjustedAurocTest {

  private static final GoldenFile GOLDEN = new GoldenFile("discrimination/areas.csv");
  private static final PatientBootstrap BOOTSTRAP = new PatientBootstrap(500, 1);

  @Test
  void adjusted_area_and_those_of_the_strata_are_those_worked_case_by_case_in_r() {
    BinaryScores films = Golden.scores("score_a");
    List<String> strata = IntStream.range(0, 80).mapToObj(film -> "s" + film % 3).toList();
    AdjustedAuroc adjusted = AdjustedAuroc.of(films, strata);
    assertThat(adjusted.value().orElseThrow()).isCloseTo(GOLDEN.get("adjusted_a"), within(1e-12));
    for (int s = 0; s < 3; s++) {
      assertThat(adjusted.byStratum().get("s" + s).value().orElseThrow())
          .isCloseTo(GOLDEN.get("stratum_" + s), within(1e-12));
    }
    assertThat(adjusted.unplaced()).isZero();
  }

  /**
   * The score tells the two framings apart and nothing else. Three in four films of the one have
   * the finding and one in four of the other: crude 0.75, adjusted 0.5.
   */
  @Test
  void a_score_that_only_knows_the_framing_loses_its_area() {
    double[] scores = new double[80];
    boolean[] positive = new boolean[80];
    for (int film = 0; film < 80; film++) {
      scores[film] = film < 40 ? 1 : 0;
      positive[film] = film < 40 ? film % 4 != 0 : film % 4 == 0;
    }
    BinaryScores films = new BinaryScores(scores, positive);
    List<String> framing =
        IntStream.range(0, 80).mapToObj(film -> film < 40 ? "strip" : "card").toList();
    assertThat(Auroc.of(films).value()).isCloseTo(0.75, within(1e-15));
    assertThat(AdjustedAuroc.of(films, framing).value()).hasValue(0.5);
  }

  @Test
  void one_stratum_leaves_the_crude_area() {
    BinaryScores films = Golden.scores("score_b");
    List<String> one = IntStream.range(0, 80).mapToObj(film -> "all").toList();
    List<String> each = IntStream.range(0, 80).mapToObj(film -> "p" + film).toList();
    Estimate area = AdjustedAuroc.estimate(films, one, each, BOOTSTRAP);
    assertThat(area.value().orElseThrow()).isCloseTo(Auroc.of(films).value(), within(1e-12));
    assertThat(area.interval()).isPresent();
    assertThat(area.method()).endsWith("over 1 strata, 0 films with the finding not placed");
  }

  /** Stratum b has no film without the finding: its two cannot be placed, a alone speaks. */
  @Test
  void films_that_cannot_be_placed_are_left_out_and_counted() {
    BinaryScores films =
        new BinaryScores(new double[] {3, 1, 9, 8}, new boolean[] {true, false, true, true});
    AdjustedAuroc adjusted = AdjustedAuroc.of(films, List.of("a", "a", "b", "b"));
    assertThat(adjusted.value()).hasValue(1);
    assertThat(adjusted.unplaced()).isEqualTo(2);
    assertThat(adjusted.byStratum().get("b").isEstimable()).isFalse();
  }

  @Test
  void strata_that_hold_one_label_each_give_no_figure() {
    BinaryScores films = new BinaryScores(new double[] {3, 1}, new boolean[] {true, false});
    Estimate none = AdjustedAuroc.estimate(films, List.of("a", "b"), List.of("p", "q"), BOOTSTRAP);
    assertThat(none.text()).startsWith("not estimable (n = 2): needs films of both labels");
    assertThatThrownBy(() -> AdjustedAuroc.of(films, List.of("a")))
        .hasMessage("one stratum per film, found 1 and 2");
  }
}
