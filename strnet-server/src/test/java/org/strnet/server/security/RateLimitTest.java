package org.strnet.server.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class RateLimitTest {

  private static final class SetClock extends Clock {

    private Instant now = Instant.EPOCH;

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  @Test
  void so_many_pass_in_a_minute_for_each_key_and_the_rest_is_told_how_long_to_wait() {
    SetClock clock = new SetClock();
    RateLimit limit = new RateLimit(2, clock);
    assertThat(limit.wait("a")).isEmpty();
    clock.now = clock.now.plusSeconds(20);
    assertThat(limit.wait("a")).isEmpty();
    assertThat(limit.wait("a")).contains(Duration.ofSeconds(40));
    assertThat(limit.wait("b")).isEmpty();
    clock.now = clock.now.plusSeconds(40);
    assertThat(limit.wait("a")).isEmpty();
  }
}
