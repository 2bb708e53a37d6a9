package org.strnet.server.quality.densitometry;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Reads one densitometry from text as somebody typed it. */
public final class DensitometryRow {

  private DensitometryRow() {}

  /**
   * Reads and checks.
   *
   * @param today later dates are refused
   * @throws IllegalArgumentException naming the rule and what was found
   */
  public static Densitometry of(
      String patient, String date, String site, String tScore, LocalDate today) {
    return Densitometry.measured(
        patient.strip(), date(date.strip()), site(site.strip()), number(tScore.strip()), today);
  }

  private static LocalDate date(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "the date must be a day such as 2026-03-31, found '%s'".formatted(text), e);
    }
  }

  private static MeasurementSite site(String text) {
    return MeasurementSite.ofCode(text)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "the site must be one of %s, found '%s'"
                        .formatted(
                            Arrays.stream(MeasurementSite.values())
                                .map(MeasurementSite::code)
                                .collect(Collectors.joining(", ")),
                            text)));
  }

  /** A comma would be read as a thousand's mark by some and as a point by others: none is taken. */
  private static double number(String text) {
    if (!text.matches("[+-]?\\d{1,2}(\\.\\d{1,6})?")) {
      throw new IllegalArgumentException(
          "the T-score must be a number such as -2.1, found '%s'".formatted(text));
    }
    return Double.parseDouble(text);
  }
}
