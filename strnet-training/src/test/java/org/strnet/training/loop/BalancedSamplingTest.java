package org.strnet.training.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class BalancedSamplingTest {

  private static final List<String> EIGHT_TO_TWO =
      List.of("a", "a", "a", "a", "a", "a", "a", "a", "b", "b");

  @Test
  void without_balancing_an_epoch_visits_every_film_once() {
    int[] epoch = new BalancedSampling(EIGHT_TO_TWO, 0, 7).epoch(3);
    assertThat(Arrays.stream(epoch).sorted()).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
  }

  /** Two strata share ten draws: each of the two rare films is expected 5 / 2 times. */
  @Test
  void with_full_balancing_every_stratum_has_the_same_share() {
    BalancedSampling sampling = new BalancedSampling(EIGHT_TO_TWO, 1, 7);
    assertThat(sampling.expectedVisits()[0]).isCloseTo(0.625, within(1e-12));
    assertThat(sampling.expectedVisits()[9]).isCloseTo(2.5, within(1e-12));
    for (int epoch = 0; epoch < 20; epoch++) {
      long rare = Arrays.stream(sampling.epoch(epoch)).filter(film -> film >= 8).count();
      assertThat(rare).isBetween(4L, 6L);
    }
  }

  @Test
  void an_epoch_depends_on_the_seed_and_its_number_only() {
    BalancedSampling sampling = new BalancedSampling(EIGHT_TO_TWO, 0.5, 7);
    int[] third = new BalancedSampling(EIGHT_TO_TWO, 0.5, 7).epoch(2);
    sampling.epoch(0);
    assertThat(sampling.epoch(2)).isEqualTo(third);
    assertThat(sampling.epoch(1)).isNotEqualTo(third);
    assertThat(new BalancedSampling(EIGHT_TO_TWO, 0.5, 8).epoch(2)).isNotEqualTo(third);
  }
}
