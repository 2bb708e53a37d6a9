package org.strnet.server.page.study;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Numbers and times as the page writes them. */
final class Figures {

  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  private Figures() {}

  /** A T-score with one decimal, a true minus sign, and a plus. */
  static String tScore(double value) {
    String digits = String.format(Locale.ROOT, "%.1f", Math.abs(value));
    if (digits.equals("0.0")) {
      return digits;
    }
    return (value < 0 ? "\u2212" : "+") + digits;
  }

  /** A probability with two decimals. */
  static String probability(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }

  /** A share as whole percent. */
  static String percent(double share) {
    return String.format(Locale.ROOT, "%.0f\u00a0%%", 100 * share);
  }

  /** A place as SVG takes it, in percent with two decimals. */
  static String place(double percent) {
    return String.format(Locale.ROOT, "%.2f%%", percent);
  }

  /**
   * From where words at a place of a scale run, as SVG's {@code text-anchor}: near an end inwards.
   *
   * @param share of the scale, 0 to 1
   */
  static String anchor(double share) {
    return share < 0.2 ? "start" : share > 0.8 ? "end" : "middle";
  }

  /** A moment in the server's time zone, to the minute. */
  static String minute(Instant at) {
    return MINUTE.format(at.atZone(ZoneId.systemDefault()));
  }

  /** A number without a needless fraction: {@code 63}, {@code 27.4}. */
  static String plain(double value) {
    return value == Math.rint(value)
        ? String.format(Locale.ROOT, "%.0f", value)
        : String.format(Locale.ROOT, "%.1f", value);
  }

  /** Bytes in the unit that fits. */
  static String bytes(long count) {
    return count < 1_000_000
        ? String.format(Locale.ROOT, "%.0f kB", Math.max(1, count / 1e3))
        : String.format(Locale.ROOT, "%.1f MB", count / 1e6);
  }

  /** A name as DICOM writes it, for people: {@code family, given}. */
  static String patientName(String dicom) {
    String alphabetic = dicom.split("=", 2)[0];
    String[] parts = alphabetic.split("\\^", -1);
    StringBuilder given = new StringBuilder();
    for (int i = 1; i < Math.min(3, parts.length); i++) {
      if (!parts[i].isBlank()) {
        given.append(given.isEmpty() ? "" : " ").append(parts[i].strip());
      }
    }
    return given.isEmpty() ? parts[0].strip() : parts[0].strip() + ", " + given;
  }
}
