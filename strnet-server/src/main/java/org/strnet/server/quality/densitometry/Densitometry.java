package org.strnet.server.quality.densitometry;

import java.time.LocalDate;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * One T-score by dual-energy X-ray absorptiometry.
 *
 * @param patientId as films name the patient, 1 to 128 characters
 * @param measuredOn the day
 * @param site where it was measured
 * @param tScore in SD, -10 to 10
 */
public record Densitometry(
    String patientId, LocalDate measuredOn, MeasurementSite site, double tScore) {

  /** The highest and, with a minus, the lowest T-score. */
  public static final double LARGEST = 10;

  /** Longest patient identifier. */
  public static final int LONGEST_PATIENT = 128;

  /** The method is not older. */
  public static final LocalDate EARLIEST = LocalDate.of(1987, 1, 1);

  private static final Predicate<String> CONTROL = Pattern.compile("\\p{Cntrl}").asPredicate();

  /**
   * One that was measured until now.
   *
   * @param today later dates are refused
   * @throws IllegalArgumentException naming the rule and what was found; it can be shown to who
   *     entered it
   */
  public static Densitometry measured(
      String patientId,
      LocalDate measuredOn,
      MeasurementSite site,
      double tScore,
      LocalDate today) {
    if (measuredOn.isAfter(today)) {
      throw new IllegalArgumentException("the date must not lie ahead, found " + measuredOn);
    }
    return new Densitometry(patientId, measuredOn, site, tScore);
  }

  /** Checks the ranges; the message can be shown to who entered it. */
  public Densitometry {
    Objects.requireNonNull(site);
    if (patientId.isBlank() || patientId.length() > LONGEST_PATIENT) {
      throw new IllegalArgumentException(
          "the patient's identifier must have 1 to %d characters, found %d"
              .formatted(LONGEST_PATIENT, patientId.strip().length()));
    }
    if (measuredOn.isBefore(EARLIEST)) {
      throw new IllegalArgumentException(
          "the date must be %s or later, found %s".formatted(EARLIEST, measuredOn));
    }
    if (!(tScore >= -LARGEST && tScore <= LARGEST)) {
      throw new IllegalArgumentException(
          "a T-score must be -%.0f to %.0f, found %s".formatted(LARGEST, LARGEST, tScore));
    }
    if (CONTROL.test(patientId)) {
      throw new IllegalArgumentException(
          "the patient's identifier must have no control characters");
    }
  }
}
