package org.strnet.dicom.send;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.strnet.provenance.BadInputException;

class RetryScheduleTest {

  private static final RetrySchedule EVEN =
      new RetrySchedule(Duration.ofSeconds(1), 3, Duration.ofSeconds(20), 0);

  @Test
  void delays_grow_by_the_factor_up_to_the_longest() {
    assertThat(EVEN.delay(1, 7)).isEqualTo(Duration.ofSeconds(1));
    assertThat(EVEN.delay(2, 7)).isEqualTo(Duration.ofSeconds(3));
    assertThat(EVEN.delay(3, 7)).isEqualTo(Duration.ofSeconds(9));
    assertThat(EVEN.delay(4, 7)).isEqualTo(Duration.ofSeconds(20));
    assertThat(EVEN.delay(1_000_000, 7)).isEqualTo(Duration.ofSeconds(20));
  }

  @Test
  void jitter_stays_within_its_share_and_differs_between_seeds() {
    RetrySchedule schedule =
        new RetrySchedule(Duration.ofSeconds(10), 1, Duration.ofSeconds(60), 0.2);

    assertThat(java.util.stream.LongStream.range(0, 200).mapToObj(seed -> schedule.delay(1, seed)))
        .allMatch(delay -> delay.toMillis() >= 8_000 && delay.toMillis() <= 12_000)
        .satisfies(delays -> assertThat(Set.copyOf(delays)).hasSizeGreaterThan(150));
  }

  @Test
  void the_same_seed_gives_the_same_delay() {
    assertThat(RetrySchedule.USUAL.delay(3, 99)).isEqualTo(RetrySchedule.USUAL.delay(3, 99));
  }

  @Test
  void no_delay_is_longer_than_the_longest() {
    for (int failures = 1; failures < 50; failures++) {
      assertThat(RetrySchedule.USUAL.delay(failures, failures))
          .isLessThanOrEqualTo(Duration.ofMinutes(10));
    }
  }

  @Test
  void a_factor_that_shrinks_is_refused() {
    assertThatThrownBy(
            () -> new RetrySchedule(Duration.ofSeconds(1), 0.5, Duration.ofSeconds(2), 0))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("0.5");
  }
}
