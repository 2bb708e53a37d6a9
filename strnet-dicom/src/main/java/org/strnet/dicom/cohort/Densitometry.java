package org.strnet.dicom.cohort;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;

/**
 * One patient's bone densitometry.
 *
 * @param date of the measurement
 * @param tScore in SD, -8 to 8
 * @param more other columns of its row, by name, such as the measured site
 */
public record Densitometry(LocalDate date, double tScore, Map<String, String> more) {

  /** Checks the range and copies the map. */
  public Densitometry {
    Objects.requireNonNull(date);
    more = Map.copyOf(more);
    if (!(tScore >= -8 && tScore <= 8)) {
      throw new IllegalArgumentException("a T-score is -8 to 8, found " + tScore);
    }
  }
}
