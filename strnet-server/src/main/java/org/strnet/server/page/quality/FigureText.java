package org.strnet.server.page.quality;

import java.util.Locale;
import org.strnet.decision.Proportion;
import org.strnet.evaluation.estimate.Estimate;

/** Figures as a page writes them: never without interval and n, where there are. */
final class FigureText {

  private FigureText() {}

  /** {@code 62.1 % (58.0 to 66.0), 310 of 499}. */
  static String share(Proportion share) {
    return String.format(
        Locale.ROOT,
        "%.1f %% (%.1f to %.1f), %,d of %,d",
        100 * share.value(),
        100 * share.low(),
        100 * share.high(),
        share.successes(),
        share.trials());
  }

  /** The share alone, as {@code 62.1 %}. */
  static String value(Proportion share) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * share.value());
  }

  /** The interval alone, as {@code 58.0 to 66.0 %}. */
  static String interval(Proportion share) {
    return String.format(Locale.ROOT, "%.1f to %.1f %%", 100 * share.low(), 100 * share.high());
  }

  /** A share as {@code 62.1 %}, or why there is none. */
  static String percent(Estimate share) {
    return share.isEstimable()
        ? String.format(Locale.ROOT, "%.1f %%", 100 * share.value().getAsDouble())
        : "\u2013";
  }

  /** Its interval and n as {@code 95 % interval 58.0 to 66.0 %, n = 499}, or why there is none. */
  static String percentInterval(Estimate share) {
    return share
        .interval()
        .map(
            range ->
                String.format(
                    Locale.ROOT,
                    "95 %% interval %.1f to %.1f %%, n = %,d",
                    100 * range.low(),
                    100 * range.high(),
                    share.n()))
        .orElse(share.method());
  }

  /** A share with its interval in one line, or why there is none. */
  static String percentLine(Estimate share) {
    return share
        .interval()
        .map(
            range ->
                String.format(
                    Locale.ROOT,
                    "%s (%.1f to %.1f), n = %,d",
                    percent(share),
                    100 * range.low(),
                    100 * range.high(),
                    share.n()))
        .orElse(share.method());
  }

  /** A number with two decimals and a true minus, or why there is none. */
  static String number(Estimate number) {
    if (!number.isEstimable()) {
      return number.method();
    }
    String limits =
        number
            .interval()
            .map(range -> String.format(Locale.ROOT, " (%.2f to %.2f)", range.low(), range.high()))
            .orElse("");
    return minus(String.format(Locale.ROOT, "%.2f", number.value().getAsDouble()) + limits);
  }

  /** A number with decimals and a true minus. */
  static String decimal(double value, int decimals) {
    return minus(String.format(Locale.ROOT, "%." + decimals + "f", value));
  }

  /** A coded word for readers. */
  static String words(String code) {
    return code.replace('_', ' ');
  }

  private static String minus(String text) {
    return text.replace('-', '\u2212');
  }
}
