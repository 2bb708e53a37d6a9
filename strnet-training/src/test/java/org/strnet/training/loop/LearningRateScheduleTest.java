package org.strnet.training.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LearningRateScheduleTest {

  @Test
  void warm_up_rises_in_equal_steps_to_the_base_rate() {
    LearningRateSchedule schedule = new LearningRateSchedule(4, 14, 0);
    assertThat(schedule.factor(0)).isEqualTo(0.25);
    assertThat(schedule.factor(3)).isEqualTo(1.0);
    assertThat(schedule.factor(4)).isEqualTo(1.0);
  }

  /** Half of the cosine lies at step 4 + 10 / 2 = 9: floor + (1 - floor) / 2 = 0.1 + 0.45. */
  @Test
  void the_cosine_passes_the_middle_halfway_and_ends_at_the_floor() {
    LearningRateSchedule schedule = new LearningRateSchedule(4, 14, 0.1);
    assertThat(schedule.factor(9)).isCloseTo(0.55, within(1e-12));
    assertThat(schedule.factor(14)).isCloseTo(0.1, within(1e-12));
    assertThat(schedule.factor(99)).isCloseTo(0.1, within(1e-12));
  }

  @Test
  void a_warm_up_longer_than_the_run_is_refused() {
    assertThatThrownBy(() -> new LearningRateSchedule(5, 5, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("5, 5");
  }
}
