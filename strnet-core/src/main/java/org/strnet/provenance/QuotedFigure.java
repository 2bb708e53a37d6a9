package org.strnet.provenance;

import java.util.Objects;

/**
 * A measured figure as a card or a report quotes it: never without its interval, its n and how it
 * was measured.
 *
 * @param name what was measured, e.g. {@code AUROC of bone loss, film alone}
 * @param value the estimate
 * @param low lower limit of its interval, at most value
 * @param high upper limit of its interval, at least value
 * @param n films it was measured on, at least 1
 * @param method films, split and interval, e.g. {@code 5-fold by patient, 95 % DeLong}
 */
public record QuotedFigure(
    String name, double value, double low, double high, int n, String method) {

  /** Checks that the interval holds the value. */
  public QuotedFigure {
    Objects.requireNonNull(name);
    Objects.requireNonNull(method);
    if (!(low <= value && value <= high) || !Double.isFinite(high - low) || n < 1) {
      throw new IllegalArgumentException(
          "%s needs a finite interval around its value and an n, found %s (%s to %s), n = %d"
              .formatted(name, value, low, high, n));
    }
  }
}
