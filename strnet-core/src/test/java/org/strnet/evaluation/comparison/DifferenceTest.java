package org.strnet.evaluation.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.strnet.evaluation.estimate.Estimate;

class DifferenceTest {

  /** Of 0.01, 0.04, 0.03 in order: 3 x 0.01, 2 x 0.03, then not below 0.06. */
  @Test
  void holm_multiplies_by_the_number_still_to_be_tested() {
    assertThat(Holm.adjust(new double[] {0.01, 0.04, 0.03}))
        .containsExactly(new double[] {0.03, 0.06, 0.06}, within(1e-12));
    assertThat(Holm.adjust(new double[] {0.9, 0.8})).containsExactly(1, 1);
  }

  @Test
  void a_difference_without_p_value_is_no_comparison() {
    Difference tested = Difference.of(Estimate.ofValue(1, 5, "as it is"), 0.04);
    Difference untested = Difference.of(Estimate.ofValue(1, 5, "as it is"));
    List<Difference> adjusted = Holm.adjust(List.of(untested, tested));
    assertThat(adjusted.get(0)).isEqualTo(untested);
    assertThat(adjusted.get(1).adjustedP()).hasValue(0.04);
    assertThat(Holm.note(adjusted)).startsWith("1 comparisons");
    assertThatThrownBy(() -> Difference.of(Estimate.ofValue(1, 5, ""), 1.5))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** Newcombe 1998, table II: 56 of 70 less 48 of 80 is 0.2, 0.0524 to 0.3339 by method 10. */
  @Test
  void two_proportions_have_the_interval_of_newcombes_own_example() {
    Difference difference = IndependentDifference.ofProportions(share(56, 70), share(48, 80));
    assertThat(difference.estimate().value().orElseThrow()).isCloseTo(0.2, within(1e-12));
    assertThat(difference.estimate().low().orElseThrow()).isCloseTo(0.0524, within(5e-5));
    assertThat(difference.estimate().high().orElseThrow()).isCloseTo(0.3339, within(5e-5));
  }

  /** Each patient's two films are alike: the films are worth half their number. */
  @Test
  void films_of_one_patient_that_are_alike_count_once() {
    double[] values = IntStream.range(0, 40).mapToDouble(i -> i / 2 % 2).toArray();
    List<String> pairs = IntStream.range(0, 40).mapToObj(i -> "p" + i / 2).toList();
    List<String> own = IntStream.range(0, 40).mapToObj(i -> "p" + i).toList();
    assertThat(ClusteredMean.of(values, own).effectiveFilms()).isCloseTo(39, within(1.0));
    assertThat(ClusteredMean.of(values, pairs).effectiveFilms()).isCloseTo(19, within(1.0));
    double[] always = IntStream.range(0, 40).mapToDouble(i -> 1).toArray();
    assertThat(ClusteredMean.of(always, pairs).effectiveFilms()).isEqualTo(20);
    assertThat(ClusteredMean.of(always, pairs).estimate().interval()).isEmpty();
  }

  private static ClusteredMean share(int successes, int trials) {
    double[] values = IntStream.range(0, trials).mapToDouble(i -> i < successes ? 1 : 0).toArray();
    double p = (double) successes / trials;
    // The binomial standard error itself, without the small-sample factor.
    return new ClusteredMean(p, Math.sqrt(p * (1 - p) / trials), values.length, trials, 1);
  }
}
