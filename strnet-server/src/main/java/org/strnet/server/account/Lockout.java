package org.strnet.server.account;

import java.time.Duration;
import java.util.Optional;

/**
 * How long an account is locked after failures in a row: not at all before the fifth, then one
 * minute, twice as long with each more, at most an hour. An hour, so that who knows names only
 * cannot shut somebody out for days.
 */
final class Lockout {

  private static final int FREE = 5;
  private static final int MOST_DOUBLINGS = 6;
  private static final Duration LONGEST = Duration.ofHours(1);

  private Lockout() {}

  /** For how long; empty for not at all. */
  static Optional<Duration> after(int failures) {
    if (failures < FREE) {
      return Optional.empty();
    }
    Duration doubled = Duration.ofMinutes(1L << Math.min(failures - FREE, MOST_DOUBLINGS));
    return Optional.of(doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled);
  }
}
