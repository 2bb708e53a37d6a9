package org.strnet.evaluation.accuracy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.strnet.decision.Proportion;

class AdjustedPrevalenceTest {

  /** 0.4 referred at sensitivity 0.9 and specificity 0.8: (0.4 - 0.2) / 0.7. */
  @Test
  void the_estimate_is_that_of_rogan_and_gladen() {
    AdjustedPrevalence prevalence =
        AdjustedPrevalence.of(
            new Proportion(400, 1000), new Proportion(90, 100), new Proportion(80, 100));

    assertThat(prevalence.value()).isCloseTo(2.0 / 7, within(1e-12));
    assertThat(prevalence.low()).isLessThan(prevalence.value());
    assertThat(prevalence.high()).isGreaterThan(prevalence.value());
  }

  /** With a test that never errs, on very many films, what is left is the share's own interval. */
  @Test
  void a_test_without_error_leaves_the_interval_of_the_share() {
    Proportion sure = new Proportion(100_000_000, 100_000_000);

    AdjustedPrevalence prevalence = AdjustedPrevalence.of(new Proportion(300, 1000), sure, sure);

    assertThat(prevalence.value()).isCloseTo(0.3, within(1e-6));
    assertThat(prevalence.low()).isCloseTo(0.3 - 0.0282, within(0.001));
    assertThat(prevalence.high()).isCloseTo(0.3 + 0.0290, within(0.001));
  }

  @Test
  void the_interval_covers_the_truth_about_as_often_as_it_says() {
    SplittableRandom random = new SplittableRandom(11);
    int covered = 0;
    int trials = 2000;
    for (int i = 0; i < trials; i++) {
      double truth = 0.2;
      double share = truth * 0.85 + (1 - truth) * 0.25;
      AdjustedPrevalence prevalence =
          AdjustedPrevalence.of(
              drawn(random, 500, share), drawn(random, 200, 0.85), drawn(random, 100, 0.75));
      covered += prevalence.low() <= truth && truth <= prevalence.high() ? 1 : 0;
    }

    assertThat((double) covered / trials).isBetween(0.935, 0.975);
  }

  @Test
  void fewer_referred_than_false_alarms_alone_would_be_is_none() {
    AdjustedPrevalence prevalence =
        AdjustedPrevalence.of(
            new Proportion(5, 1000), new Proportion(90, 100), new Proportion(80, 100));

    assertThat(prevalence.value()).isZero();
    assertThat(prevalence.low()).isZero();
  }

  @Test
  void decisions_no_better_than_chance_tell_nothing() {
    Proportion half = new Proportion(50, 100);

    assertThatThrownBy(() -> AdjustedPrevalence.of(half, half, half))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("must add up to more than 1");
  }

  private static Proportion drawn(SplittableRandom random, int trials, double share) {
    int successes = 0;
    for (int i = 0; i < trials; i++) {
      successes += random.nextDouble() < share ? 1 : 0;
    }
    return new Proportion(successes, trials);
  }
}
