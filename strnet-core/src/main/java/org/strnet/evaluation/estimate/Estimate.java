package org.strnet.evaluation.estimate;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A figure with its interval, the n it rests on and how it was obtained.
 *
 * @param value the figure; absent when it cannot be estimated
 * @param interval 95 % interval, where there is one
 * @param n films (or what the method says) it rests on
 * @param method how value and interval were obtained; of an absent value, why it is absent
 */
public record Estimate(OptionalDouble value, Optional<Interval> interval, int n, String method) {

  /** Checks that figures are finite and that no interval stands without a value. */
  public Estimate {
    if (value.isPresent() && !Double.isFinite(value.getAsDouble())) {
      throw new IllegalArgumentException("a figure must be finite, found " + value.getAsDouble());
    }
    if (n < 0 || (value.isEmpty() && interval.isPresent())) {
      throw new IllegalArgumentException("n must not be negative and an interval needs a value");
    }
  }

  /** A figure with its interval. */
  public static Estimate of(double value, Interval interval, int n, String method) {
    return new Estimate(OptionalDouble.of(value), Optional.of(interval), n, method);
  }

  /** A figure that has no interval: a count, a setting, or too few films for an interval. */
  public static Estimate ofValue(double value, int n, String method) {
    return new Estimate(OptionalDouble.of(value), Optional.empty(), n, method);
  }

  /**
   * No figure.
   *
   * @param n what there was
   * @param rule what would have been needed, e.g. {@code needs at least 4 films}
   */
  public static Estimate notEstimable(int n, String rule) {
    return new Estimate(
        OptionalDouble.empty(),
        Optional.empty(),
        n,
        "not estimable (n = %d): %s".formatted(n, rule));
  }

  /** Whether there is a figure. */
  public boolean isEstimable() {
    return value.isPresent();
  }

  /** Lower limit, where there is an interval. */
  public OptionalDouble low() {
    return interval.isPresent() ? OptionalDouble.of(interval.get().low()) : OptionalDouble.empty();
  }

  /** Upper limit, where there is an interval. */
  public OptionalDouble high() {
    return interval.isPresent() ? OptionalDouble.of(interval.get().high()) : OptionalDouble.empty();
  }

  /** For a reader: {@code 0.861 (0.809 to 0.906), n = 258}. */
  public String text() {
    if (value.isEmpty()) {
      return method;
    }
    String figure = decimals(value.getAsDouble());
    String limits =
        interval
            .map(range -> " (%s to %s)".formatted(decimals(range.low()), decimals(range.high())))
            .orElse("");
    return "%s%s, n = %d".formatted(figure, limits, n);
  }

  private static String decimals(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }
}
