package org.strnet.bundle;

import java.time.LocalDate;
import java.util.Objects;
import org.strnet.calibration.Calibration;
import org.strnet.decision.OperatingPoint;

/**
 * One change of calibration and operating point after training, and what stood there before. The
 * network is not touched.
 *
 * @param from SHA-256 of the bundle that was recalibrated
 * @param method how the screening head was calibrated anew, as on the command line
 * @param cohortHash SHA-256 of the cohort file
 * @param films assessed films with a screening label it rests on
 * @param patients they are of
 * @param date the day
 * @param before calibration that was replaced
 * @param operatingPointBefore operating point that was replaced
 */
public record Recalibration(
    String from,
    String method,
    String cohortHash,
    int films,
    int patients,
    LocalDate date,
    Calibration before,
    OperatingPoint operatingPointBefore) {

  /** Checks that nothing is missing. */
  public Recalibration {
    Objects.requireNonNull(from);
    Objects.requireNonNull(method);
    Objects.requireNonNull(cohortHash);
    Objects.requireNonNull(date);
    Objects.requireNonNull(before);
    Objects.requireNonNull(operatingPointBefore);
    if (films < 1 || patients < 1 || patients > films) {
      throw new IllegalArgumentException(
          "films and patients must be at least 1, found %d, %d".formatted(films, patients));
    }
  }
}
