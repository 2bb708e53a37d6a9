package org.strnet.server.film.picture;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.strnet.dicom.film.BodySide;
import org.strnet.provenance.BadInputException;

/**
 * What somebody states of a picture of a knee.
 *
 * @param patientId may be empty; at most 64 characters, no backslash (PS3.5, LO)
 * @param ageYears 0 to 120
 * @param sex F, M or O
 * @param side which knees it shows
 * @param takenOn the day of the film
 */
public record PictureStatement(
    String patientId,
    OptionalInt ageYears,
    Optional<String> sex,
    Optional<BodySide> side,
    Optional<LocalDate> takenOn) {

  private static final Pattern IDENTIFIER = Pattern.compile("[^\\p{Cntrl}\\\\]{0,64}");
  private static final Pattern SEX = Pattern.compile("[FMO]");
  private static final int OLDEST = 120;

  /** Nothing is stated but that it shows a knee. */
  public static final PictureStatement NOTHING =
      new PictureStatement(
          "", OptionalInt.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  /**
   * Checks the values.
   *
   * @throws BadInputException when one is none that DICOM can hold
   */
  public PictureStatement {
    Objects.requireNonNull(side);
    Objects.requireNonNull(takenOn);
    patientId = patientId.strip();
    if (!IDENTIFIER.matcher(patientId).matches()) {
      throw new BadInputException(
          "patient", "an identifier has at most 64 characters and no backslash");
    }
    if (ageYears.isPresent() && (ageYears.getAsInt() < 0 || ageYears.getAsInt() > OLDEST)) {
      throw new BadInputException("age", "an age is 0 to " + OLDEST + " years");
    }
    if (sex.filter(it -> !SEX.matcher(it).matches()).isPresent()) {
      throw new BadInputException("sex", "the sex is F, M or O");
    }
  }

  /** All of it as one text, to tell statements apart. */
  String identity() {
    return String.join(
        "\0",
        patientId,
        ageYears.isPresent() ? Integer.toString(ageYears.getAsInt()) : "",
        sex.orElse(""),
        side.map(BodySide::code).orElse(""),
        takenOn.map(LocalDate::toString).orElse(""));
  }
}
