package org.strnet.dicom.node.deliver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BackOffTest {

  private final BackOff backOff = new BackOff(Duration.ofSeconds(1), Duration.ofSeconds(300));

  @Test
  void pauses_double_up_to_the_longest() {
    assertThat(backOff.pauseMillis(1, 1)).isEqualTo(1000);
    assertThat(backOff.pauseMillis(2, 1)).isEqualTo(2000);
    assertThat(backOff.pauseMillis(9, 1)).isEqualTo(256_000);
    assertThat(backOff.pauseMillis(10, 1)).isEqualTo(300_000);
    assertThat(backOff.pauseMillis(100_000, 1)).isEqualTo(300_000);
  }

  @Test
  void the_draw_takes_away_at_most_half() {
    assertThat(backOff.pauseMillis(2, 0)).isEqualTo(1000);
    assertThat(backOff.pauseMillis(2, 0.5)).isEqualTo(1500);
  }

  @Test
  void a_longest_pause_below_the_first_is_a_mistake() {
    assertThatThrownBy(() -> new BackOff(Duration.ofSeconds(2), Duration.ofSeconds(1)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
