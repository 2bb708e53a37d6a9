package org.strnet.study.markup;

import java.util.Locale;

/**
 * The one way in which a report writes numbers: three decimals at most, a point, a true minus sign.
 */
public final class Digits {

  private static final char MINUS = '\u2212';
  private static final double LEAST_P = 0.001;

  private Digits() {}

  /** A figure with three decimals, e.g. {@code 0.861}; what rounds to zero has no sign. */
  public static String figure(double value) {
    return decimals(value, 3);
  }

  /** A whole number. */
  public static String count(long value) {
    return signed(Long.toString(value));
  }

  /** A figure with fewer decimals: 0 to 3. */
  public static String decimals(double value, int decimals) {
    String written = String.format(Locale.ROOT, "%." + decimals + "f", value);
    boolean zero = written.chars().noneMatch(c -> c >= '1' && c <= '9');
    return zero && written.startsWith("-") ? written.substring(1) : signed(written);
  }

  /** A p-value: {@code 0.034} or {@code < 0.001}. */
  public static String p(double value) {
    return value < LEAST_P ? "< " + decimals(LEAST_P, 3) : decimals(value, 3);
  }

  /** How many of how many, e.g. {@code 12 (34.5 %)}. */
  public static String share(long part, long whole) {
    return whole == 0
        ? count(part)
        : "%s\u00a0(%s\u00a0%%)".formatted(count(part), decimals(100.0 * part / whole, 1));
  }

  /** A coordinate of a drawing: at most two decimals, a plain hyphen for minus. */
  public static String coordinate(double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("a coordinate must be finite, found " + value);
    }
    String written = String.format(Locale.ROOT, "%.2f", value);
    String short1 = written.endsWith("0") ? written.substring(0, written.length() - 1) : written;
    String shortest = short1.endsWith(".0") ? short1.substring(0, short1.length() - 2) : short1;
    return shortest.equals("-0") ? "0" : shortest;
  }

  private static String signed(String written) {
    return written.replace('-', MINUS);
  }
}
