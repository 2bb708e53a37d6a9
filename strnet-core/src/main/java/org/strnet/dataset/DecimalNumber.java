package org.strnet.dataset;

import java.util.OptionalDouble;
import java.util.regex.Pattern;

/**
 * Numbers as cohort files may write them: decimal point, optional exponent. Java's own parser also
 * takes {@code NaN}, hexadecimal and a trailing {@code d}, which in a table are slips.
 */
public final class DecimalNumber {

  private static final Pattern DECIMAL =
      Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,3})?");

  private DecimalNumber() {}

  /** The finite number, or absent if the text is not one. */
  public static OptionalDouble parse(String text) {
    if (!DECIMAL.matcher(text).matches()) {
      return OptionalDouble.empty();
    }
    double value = Double.parseDouble(text);
    return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
  }
}
