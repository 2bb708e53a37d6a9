package org.strnet.dicom.node.deliver;

import java.time.Duration;
import java.util.Objects;

/**
 * Pauses between attempts: the first, doubled with every failure up to the longest, each drawn
 * between half of it and the whole, so that several senders do not come back at once.
 *
 * @param first pause after one failure
 * @param longest pause
 */
public record BackOff(Duration first, Duration longest) {

  /** Checks the order. */
  public BackOff {
    Objects.requireNonNull(first);
    Objects.requireNonNull(longest);
    if (first.isNegative() || first.isZero() || longest.compareTo(first) < 0) {
      throw new IllegalArgumentException(
          "pauses are positive and the longest is not the shortest, found %s and %s"
              .formatted(first, longest));
    }
  }

  /**
   * The pause before another attempt.
   *
   * @param failures in a row, at least 1
   * @param draw from 0 to 1
   * @return milliseconds
   */
  public long pauseMillis(int failures, double draw) {
    long doubled = first.toMillis() << Math.min(failures - 1, 30);
    long full = doubled <= 0 ? longest.toMillis() : Math.min(doubled, longest.toMillis());
    return Math.max(1, Math.round(full * (0.5 + 0.5 * draw)));
  }
}
