package org.strnet.evaluation.discrimination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.strnet.evaluation.GoldenFile;
import org.strnet.evaluation.estimate.Estimate;

/** The area where it is easy to get wrong: no variance, ties everywhere, many films, bad scores. */
class AurocLimitsTest {

  private static final GoldenFile GOLDEN = new GoldenFile("discrimination/areas.csv");

  @Test
  void films_without_an_error_have_a_newcombe_interval_instead_of_one_of_width_0() {
    Estimate area = Auroc.estimate(films(new double[] {6, 5, 4, 3, 2, 1}, 3));
    assertThat(area.value()).hasValue(1);
    assertThat(area.low().orElseThrow()).isCloseTo(GOLDEN.get("newcombe_1_3_3"), within(1e-9));
    assertThat(area.high()).hasValue(1);
    assertThat(area.method()).isEqualTo("Newcombe 95 %, as the variance after DeLong is 0");
    assertThat(NewcombeInterval.of(1, 20, 40).low())
        .isCloseTo(GOLDEN.get("newcombe_1_20_40"), within(1e-9));
  }

  @Test
  void films_all_ordered_wrongly_have_the_mirrored_interval() {
    Estimate area = Auroc.estimate(films(new double[] {1, 2, 3, 4, 5, 6}, 3));
    assertThat(area.low()).hasValue(0);
    assertThat(area.high().orElseThrow()).isCloseTo(1 - GOLDEN.get("newcombe_1_3_3"), within(1e-9));
  }

  @Test
  void equal_scores_give_one_half_and_no_interval() {
    Estimate area = Auroc.estimate(films(new double[] {2, 2, 2, 2, 2}, 2));
    assertThat(area.value()).hasValue(0.5);
    assertThat(area.interval()).isEmpty();
    assertThat(area.method()).isEqualTo("no interval: all scores are equal");
  }

  @Test
  void no_film_at_all_is_not_estimable() {
    assertThat(Auroc.estimate(films(new double[0], 0)).text())
        .isEqualTo(
            "not estimable (n = 0): needs films of both labels, found 0 positive, 0 negative");
  }

  @Test
  void a_score_that_is_no_number_is_refused() {
    assertThatThrownBy(() -> films(new double[] {1, Double.NaN}, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a score must be finite, found NaN");
    assertThatThrownBy(() -> films(new double[] {1, Double.NEGATIVE_INFINITY}, 1))
        .hasMessageContaining("-Infinity");
  }

  @Test
  void negative_and_positive_zero_are_equal() {
    assertThat(Auroc.of(films(new double[] {-0.0, 0.0}, 1)).value()).isEqualTo(0.5);
    assertThat(Placements.of(films(new double[] {-0.0, 0.0}, 1))).containsExactly(0.5, 0.5);
  }

  /** A perfect score against one that says nothing: the gain is 0.5 on every film. */
  @Test
  void a_difference_without_variance_has_neither_interval_nor_p() {
    Auroc perfect = Auroc.of(films(new double[] {4, 3, 2, 1}, 2));
    Auroc.Comparison comparison = perfect.compare(Auroc.of(films(new double[] {1, 1, 1, 1}, 2)));
    assertThat(comparison.difference().value()).hasValue(0.5);
    assertThat(comparison.difference().interval()).isEmpty();
    assertThat(comparison.p()).isEmpty();
  }

  @Test
  void films_with_other_labels_are_not_compared() {
    Auroc area = Auroc.of(films(new double[] {4, 3, 2, 1}, 2));
    BinaryScores other =
        new BinaryScores(new double[] {4, 3, 2, 1}, new boolean[] {false, true, false, true});
    assertThatThrownBy(() -> area.compare(Auroc.of(other)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /**
   * A million films with ten scores: shares by counting, as 2 x 10 numbers instead of a million.
   */
  @Test
  void a_million_films_with_ties_everywhere_have_the_area_and_variance_of_their_counts() {
    SplittableRandom random = new SplittableRandom(9);
    double[] scores = new double[1_000_000];
    Arrays.setAll(scores, i -> random.nextInt(10) / (i < 300_000 ? 10.0 : 20.0));
    Auroc area = Auroc.of(films(scores, 300_000));
    double[] expected = counted(scores, 300_000);
    assertThat(area.value()).isCloseTo(expected[0], within(1e-12));
    assertThat(area.variance()).isCloseTo(expected[1], within(1e-15));
  }

  private static double[] counted(double[] scores, int positives) {
    int[][] counts = new int[2][20];
    for (int i = 0; i < scores.length; i++) {
      counts[i < positives ? 1 : 0][(int) Math.round(scores[i] * 20)]++;
    }
    double negatives = (double) scores.length - positives;
    double area = 0;
    double[] placed = new double[20];
    double[] placedNegative = new double[20];
    for (int score = 0; score < 20; score++) {
      for (int other = 0; other < 20; other++) {
        double psi = score > other ? 1 : score == other ? 0.5 : 0;
        placed[score] += psi * counts[0][other] / negatives;
        placedNegative[other] += psi * counts[1][score] / positives;
      }
      area += placed[score] * counts[1][score] / positives;
    }
    double ten = 0;
    double one = 0;
    for (int score = 0; score < 20; score++) {
      ten += counts[1][score] * Math.pow(placed[score] - area, 2) / (positives - 1);
      one += counts[0][score] * Math.pow(placedNegative[score] - area, 2) / (negatives - 1);
    }
    return new double[] {area, ten / positives + one / negatives};
  }

  @Test
  void many_scores_of_any_size_and_sign_are_sorted_as_by_comparing() {
    SplittableRandom random = new SplittableRandom(12);
    double[] scores = new double[20_000];
    Arrays.setAll(
        scores,
        i ->
            i % 3 == 0
                ? random.nextInt(5) - 2
                : (random.nextDouble() - 0.5) * Math.pow(10, random.nextInt(600) - 300));
    scores[0] = Double.MAX_VALUE;
    scores[1] = -Double.MAX_VALUE;
    scores[2] = Double.MIN_VALUE;
    double[] expected = scores.clone();
    Arrays.sort(expected);
    RadixSort.ascending(scores);
    assertThat(scores).isEqualTo(expected);
  }

  /** A rising map moves no rank: value and variance stay as they are, to the last digit. */
  @Property(seed = "1", tries = 200)
  void a_rising_map_of_the_scores_changes_nothing(
      @ForAll @Size(min = 4, max = 60) List<@IntRange(min = -5, max = 5) Integer> scores) {
    double[] plain = scores.stream().mapToDouble(Integer::doubleValue).toArray();
    double[] mapped = Arrays.stream(plain).map(score -> Math.exp(score) + 3).toArray();
    Auroc before = Auroc.of(films(plain, 2));
    Auroc after = Auroc.of(films(mapped, 2));
    assertThat(after.value()).isEqualTo(before.value());
    assertThat(after.variance()).isEqualTo(before.variance());
    assertThat(before.compare(after).p()).hasValue(1);
  }

  /** The walk over sorted scores and the search for each film's place agree. */
  @Property(seed = "2", tries = 200)
  void the_variance_is_that_of_the_placements(
      @ForAll @Size(min = 5, max = 60) List<@IntRange(min = 0, max = 8) Integer> scores) {
    BinaryScores films = films(scores.stream().mapToDouble(Integer::doubleValue).toArray(), 2);
    double[] placements = Placements.of(films);
    double area = (placements[0] + placements[1]) / 2;
    int n = placements.length - 2;
    double squares = 0;
    for (int i = 2; i < placements.length; i++) {
      squares += Math.pow(placements[i] - area, 2);
    }
    double expected = Math.pow(placements[0] - placements[1], 2) / 4 + squares / (n - 1) / n;
    assertThat(Auroc.of(films).value()).isCloseTo(area, within(1e-12));
    assertThat(Auroc.of(films).variance()).isCloseTo(expected, within(1e-12));
  }

  /** The first films are positive. */
  private static BinaryScores films(double[] scores, int positives) {
    boolean[] positive = new boolean[scores.length];
    Arrays.fill(positive, 0, positives, true);
    return new BinaryScores(scores, positive);
  }
}
