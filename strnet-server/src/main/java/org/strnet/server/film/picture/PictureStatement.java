package org.strnet.server.film.picture;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
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

  /** Names of the fields of a form. */
  public static final Set<String> FIELDS = Set.of("patient", "age", "sex", "side", "taken");

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

  /**
   * Reads one from the fields of a form; those that are empty or missing state nothing.
   *
   * @param fields by their name in {@link #FIELDS}
   * @throws BadInputException that names the first that cannot be used
   */
  public static PictureStatement of(Map<String, String> fields) {
    return new PictureStatement(
        fields.getOrDefault("patient", ""),
        text(fields, "age").map(PictureStatement::age).orElse(OptionalInt.empty()),
        text(fields, "sex"),
        text(fields, "side").map(PictureStatement::side),
        text(fields, "taken").map(PictureStatement::day));
  }

  private static Optional<String> text(Map<String, String> fields, String name) {
    return Optional.ofNullable(fields.get(name)).map(String::strip).filter(it -> !it.isEmpty());
  }

  private static OptionalInt age(String text) {
    if (!text.matches("\\d{1,3}")) {
      throw new BadInputException("age", "an age is a whole number of years");
    }
    return OptionalInt.of(Integer.parseInt(text));
  }

  private static BodySide side(String code) {
    return BodySide.of(code)
        .orElseThrow(() -> new BadInputException("side", "the side is R, L, B"));
  }

  private static LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw new BadInputException("taken", "a day is written 2026-01-31", e);
    }
  }

  /** All of it as one text, to tell statements apart. */
  public String identity() {
    return String.join(
        "\0",
        patientId,
        ageYears.isPresent() ? Integer.toString(ageYears.getAsInt()) : "",
        sex.orElse(""),
        side.map(BodySide::code).orElse(""),
        takenOn.map(LocalDate::toString).orElse(""));
  }
}
