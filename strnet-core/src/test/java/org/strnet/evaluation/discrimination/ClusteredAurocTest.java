package org.strnet.evaluation.discrimination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.strnet.evaluation.Golden;
import org.strnet.evaluation.GoldenFile;
import org.strnet.evaluation.estimate.Estimate;

class ClusteredAurocTest {

  private static final GoldenFile GOLDEN = new GoldenFile("discrimination/areas.csv");
  private static final BinaryScores A = Golden.scores("score_a");
  private static final BinaryScores B = Golden.scores("score_b");

  /** Two or three films a patient, most patients with films of both labels. */
  private static final List<String> PATIENTS = named(i -> "p" + i % 30);

  @Test
  void area_variance_and_paired_difference_are_those_of_obuchowskis_formula() {
    ClusteredAuroc a = ClusteredAuroc.of(A, PATIENTS);
    assertThat(a.value()).isCloseTo(GOLDEN.get("clustered_a"), within(1e-12));
    assertThat(a.variance()).isCloseTo(GOLDEN.get("clustered_a_variance"), within(1e-12));
    Estimate difference = a.compare(ClusteredAuroc.of(B, PATIENTS)).difference();
    double half = 1.959963984540054 * Math.sqrt(GOLDEN.get("clustered_difference_variance"));
    assertThat(difference.high().orElseThrow() - difference.value().orElseThrow())
        .isCloseTo(half, within(1e-9));
    assertThat(difference.method()).isEqualTo("Obuchowski paired over 30 patients 95 %");
  }

  @Test
  void with_one_film_a_patient_it_is_delong() {
    ClusteredAuroc a = ClusteredAuroc.of(A, named(i -> "p" + i));
    ClusteredAuroc b = ClusteredAuroc.of(B, named(i -> "p" + i));
    assertThat(a.variance()).isCloseTo(Auroc.of(A).variance(), within(1e-15));
    assertThat(a.compare(b).p().orElseThrow()).isCloseTo(Golden.r("paired_p"), within(1e-9));
  }

  /** A copy of every film says nothing new, and the interval does not shrink for it. */
  @Test
  void films_shown_twice_leave_the_variance_as_it_was() {
    int[] twice = IntStream.range(0, 2 * A.size()).map(i -> i % A.size()).toArray();
    List<String> patients = IntStream.of(twice).mapToObj(i -> "p" + i).toList();
    assertThat(ClusteredAuroc.of(A.select(twice), patients).variance())
        .isCloseTo(Auroc.of(A).variance(), within(1e-15));
  }

  @Test
  void a_perfect_score_has_the_interval_of_as_many_patients() {
    BinaryScores films =
        new BinaryScores(
            new double[] {9, 8, 7, 6, 5, 4, 3, 2, 1, 0},
            new boolean[] {true, true, true, true, true, false, false, false, false, false});
    List<String> patients = List.of("a", "a", "a", "b", "c", "d", "d", "d", "e", "f");
    Estimate area = ClusteredAuroc.estimate(films, patients);
    assertThat(area.low().orElseThrow()).isCloseTo(GOLDEN.get("newcombe_1_3_3"), within(1e-9));
    assertThat(area.method()).contains("Newcombe", "Obuchowski over 6 patients");
  }

  @Test
  void one_label_or_one_patient_gives_no_figure_or_no_interval() {
    BinaryScores films =
        new BinaryScores(new double[] {3, 2, 1}, new boolean[] {true, true, false});
    assertThat(ClusteredAuroc.estimate(films, List.of("a", "a", "b")).interval()).isEmpty();
    assertThat(ClusteredAuroc.estimate(films, List.of("a", "a", "b")).value()).hasValue(1);
    BinaryScores none = new BinaryScores(new double[] {1}, new boolean[] {true});
    assertThat(ClusteredAuroc.estimate(none, List.of("a")).text())
        .contains("not estimable (n = 1)");
    assertThat(
            ClusteredAuroc.estimate(new BinaryScores(new double[0], new boolean[0]), List.of())
                .isEstimable())
        .isFalse();
  }

  @Test
  void other_patients_are_not_compared_and_each_film_needs_one() {
    ClusteredAuroc a = ClusteredAuroc.of(A, PATIENTS);
    ClusteredAuroc other = ClusteredAuroc.of(B, named(i -> "p" + i % 29));
    assertThatThrownBy(() -> a.compare(other)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> ClusteredAuroc.of(A, Collections.nCopies(79, "p")))
        .hasMessage("one patient per film, found 79 and 80");
  }

  private static List<String> named(java.util.function.IntFunction<String> name) {
    return Stream.iterate(0, i -> i + 1).limit(80).map(name::apply).toList();
  }
}
