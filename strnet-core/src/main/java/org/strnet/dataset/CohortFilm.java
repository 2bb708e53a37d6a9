package org.strnet.dataset;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.strnet.knee.KneeRegion;
import org.strnet.network.ClinicalVariables;
import org.strnet.provenance.BadInputException;

/**
 * One row of a cohort.
 *
 * @param row its row in the file; the header is row 1
 * @param file the image, resolved against the cohort's folder
 * @param patient films with the same patient are never split
 * @param annotatedKnee the joint as a reader marked it, if marked
 * @param use weight, usability, fold and split
 * @param clinical what is known of the patient
 * @param values every column as written, in the file's order
 */
public record CohortFilm(
    int row,
    Path file,
    String patient,
    Optional<KneeRegion> annotatedKnee,
    FilmUse use,
    ClinicalVariables clinical,
    Map<String, String> values) {

  /** Copies the values and checks that the image is named. */
  public CohortFilm {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    if (!values.containsKey(CohortColumns.IMAGE)) {
      throw new IllegalArgumentException("a film needs the column " + CohortColumns.IMAGE);
    }
  }

  /** The image as written in the file. */
  public String image() {
    return value(CohortColumns.IMAGE);
  }

  /** Trust in the labels, 0 to 1. */
  public double weight() {
    return use.weight();
  }

  /** Whether a study uses the film. */
  public boolean usable() {
    return use.usable();
  }

  /** The fold, if assigned. */
  public OptionalInt fold() {
    return use.fold();
  }

  /** The part of a fixed division, if assigned. */
  public Optional<Split> split() {
    return use.split();
  }

  /**
   * A column's value as written, empty where nothing is written.
   *
   * @throws BadInputException if the cohort has no such column
   */
  public String value(String column) {
    String value = values.get(column);
    if (value == null) {
      throw new BadInputException(
          "row " + row, "needs a column %s, found %s".formatted(column, values.keySet()));
    }
    return value;
  }

  /**
   * A column's value as a number, absent where nothing is written.
   *
   * @throws BadInputException if the cohort has no such column or the value is not a number
   */
  public OptionalDouble number(String column) {
    String written = value(column).strip();
    if (written.isEmpty()) {
      return OptionalDouble.empty();
    }
    OptionalDouble number = DecimalNumber.parse(written);
    if (number.isEmpty()) {
      throw new BadInputException(
          "row " + row, "%s must be a number, found '%s'".formatted(column, written));
    }
    return number;
  }
}
