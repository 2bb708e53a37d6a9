package org.strnet.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.strnet.evaluation.StatisticsGolden;

class IsotonicMapTest {

  /**
   * Labels 0, 1, 0, 1 at logits 1, 2, 3, 4: the fall from 2 to 3 is pooled to 1/2. With n = 4 the
   * probabilities stay within 1/6 and 5/6; half-way from 1 to 2 stands (1/6 + 1/2) / 2 = 1/3.
   */
  @Test
  void a_fall_is_pooled_and_between_knots_the_map_is_straight() {
    IsotonicMap map =
        IsotonicMap.fit(new double[] {4, 1, 3, 2}, new boolean[] {true, false, false, true});
    assertThat(map.logits()).containsExactly(1, 2, 3, 4);
    assertThat(map.probability(-9)).isCloseTo(1.0 / 6, within(1e-15));
    assertThat(map.probability(1.5)).isCloseTo(1.0 / 3, within(1e-15));
    assertThat(map.probability(2.5)).isCloseTo(0.5, within(1e-15));
    assertThat(map.probability(9)).isCloseTo(5.0 / 6, within(1e-15));
  }

  @Test
  void the_map_is_that_of_scikit_learn() {
    IsotonicMap map = IsotonicMap.fit(StatisticsGolden.logits(), StatisticsGolden.labels());
    double[] at = {-10, -2, -1.05, -0.5, 0, 0.33, 1, 1.77, 10};
    for (int i = 0; i < at.length; i++) {
      assertThat(map.probability(at[i]))
          .isCloseTo(StatisticsGolden.sklearn("isotonic_" + i), within(1e-9));
    }
  }

  @Test
  void films_of_one_logit_are_one_knot() {
    IsotonicMap map = IsotonicMap.fit(new double[] {2, 2, 2}, new boolean[] {true, false, true});
    assertThat(map.logits()).containsExactly(2);
    assertThat(map.probability(0)).isCloseTo(2.0 / 3, within(1e-15));
  }

  @Test
  void a_run_of_one_label_is_not_certainty() {
    IsotonicMap map = IsotonicMap.fit(new double[] {1, 2, 3}, new boolean[] {true, true, true});
    assertThat(map.probability(5)).isEqualTo(0.8);
  }

  @Test
  void no_films_and_logits_that_are_no_numbers_are_refused() {
    assertThatThrownBy(() -> IsotonicMap.fit(new double[0], new boolean[0]))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> IsotonicMap.fit(new double[] {Double.NaN}, new boolean[] {true}))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () -> new IsotonicMap(new double[1], new double[] {0.5}).probability(Double.NaN))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> IsotonicMap.fit(new double[] {1, 2}, new boolean[] {true}))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Property(seed = "7", tries = 200)
  void the_map_never_falls_and_keeps_its_bounds(
      @ForAll("logits") double[] logits,
      @ForAll("labels") boolean[] labels,
      @ForAll @DoubleRange(min = -6, max = 6) double a,
      @ForAll @DoubleRange(min = -6, max = 6) double b) {
    IsotonicMap map = IsotonicMap.fit(logits, labels);
    assertThat(map.probability(Math.min(a, b)))
        .isLessThanOrEqualTo(map.probability(Math.max(a, b)));
    assertThat(map.probability(a)).isBetween(1.0 / 14, 13.0 / 14);
  }

  @Property(seed = "8", tries = 200)
  void pooling_keeps_the_number_of_positive_films(
      @ForAll("logits") double[] scores, @ForAll("labels") boolean[] labels) {
    double fitted =
        PoolAdjacentViolators.blocks(scores, labels).stream()
            .mapToDouble(block -> block.value() * block.weight())
            .sum();
    double positives = 0;
    for (boolean label : labels) {
      positives += label ? 1 : 0;
    }
    assertThat(fitted).isCloseTo(positives, within(1e-9));
    assertThat(Arrays.stream(scores).min().orElseThrow())
        .isEqualTo(PoolAdjacentViolators.blocks(scores, labels).get(0).low());
  }

  @Provide
  Arbitrary<double[]> logits() {
    return Arbitraries.doubles().between(-5, 5).ofScale(0).array(double[].class).ofSize(12);
  }

  @Provide
  Arbitrary<boolean[]> labels() {
    return Arbitraries.of(true, false).array(boolean[].class).ofSize(12);
  }
}
