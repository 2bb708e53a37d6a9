package org.strnet.dicom.send;

import java.time.Duration;
import java.util.SplittableRandom;
import org.strnet.provenance.BadInputException;

/**
 * When to try again: after {@code initial * factor^(n - 1)}, never more than the longest, changed
 * by a random share so that many objects do not come at once.
 *
 * @param initial delay before the second try, above 0
 * @param factor by which each delay is longer than the one before, 1 or above
 * @param longest delay, at least the initial one; the jitter stays below it too
 * @param jitter largest share by which a delay is changed, 0 to below 1
 */
public record RetrySchedule(Duration initial, double factor, Duration longest, double jitter) {

  /** From five seconds, doubling, to ten minutes. */
  public static final RetrySchedule USUAL =
      new RetrySchedule(Duration.ofSeconds(5), 2, Duration.ofMinutes(10), 0.2);

  /** Checks the ranges. */
  public RetrySchedule {
    if (initial.isNegative() || initial.isZero() || longest.compareTo(initial) < 0) {
      throw new BadInputException(
          "retry", "delays above 0 that grow, found %s to %s".formatted(initial, longest));
    }
    if (!(factor >= 1) || Double.isInfinite(factor) || !(jitter >= 0 && jitter < 1)) {
      throw new BadInputException(
          "retry",
          "a factor of 1 or above and a jitter of 0 to below 1, found %s, %s"
              .formatted(factor, jitter));
    }
  }

  /**
   * How long to wait.
   *
   * @param failures tries that have failed so far, at least 1
   * @param seed of the jitter, the object's own for instance; the same gives the same delay
   */
  public Duration delay(int failures, long seed) {
    if (failures < 1) {
      throw new IllegalArgumentException("a delay follows a failure, found " + failures);
    }
    double grown = initial.toMillis() * Math.pow(factor, failures - 1.0);
    double even = Math.min(grown, (double) longest.toMillis());
    double share = new SplittableRandom(31 * seed + failures).nextDouble(-1, 1) * jitter;
    return Duration.ofMillis(Math.min(longest.toMillis(), Math.round(even * (1 + share))));
  }
}
