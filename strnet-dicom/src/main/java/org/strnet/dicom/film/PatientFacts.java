package org.strnet.dicom.film;

import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.aoju.bus.image.Tag;
import org.strnet.network.ClinicalVariable;
import org.strnet.network.ClinicalVariables;

/**
 * What a header tells of the patient that the network can use. A value that no patient has counts
 * as not known.
 */
public final class PatientFacts {

  private static final Pattern AGE = Pattern.compile("(\\d{1,3})([DWMY])");
  private static final DateTimeFormatter DATE = DateTimeFormatter.BASIC_ISO_DATE;

  private PatientFacts() {}

  /** Age, sex and body mass index, as far as they are known. */
  public static ClinicalVariables of(FilmHeader header) {
    ClinicalVariables known = ClinicalVariables.NONE;
    known = with(known, ClinicalVariable.AGE, age(header));
    known = with(known, ClinicalVariable.SEX, sex(header));
    return with(known, ClinicalVariable.BMI, bodyMassIndex(header));
  }

  /**
   * Whole years at the time of the film: Patient's Age (0010,1010) where it is a valid age string,
   * else from Patient's Birth Date (0010,0030) to the acquisition, content, series or study date.
   */
  public static OptionalDouble age(FilmHeader header) {
    Optional<String> stated = header.code(Tag.PatientAge);
    if (stated.isPresent()) {
      Matcher age = AGE.matcher(stated.get());
      if (age.matches()) {
        return OptionalDouble.of(years(Integer.parseInt(age.group(1)), age.group(2)));
      }
    }
    Optional<LocalDate> birth = date(header, Tag.PatientBirthDate);
    Optional<LocalDate> film = filmDate(header);
    if (birth.isEmpty() || film.isEmpty() || film.get().isBefore(birth.get())) {
      return OptionalDouble.empty();
    }
    return OptionalDouble.of(Period.between(birth.get(), film.get()).getYears());
  }

  /** The day the film was taken, as far as the header tells. */
  public static Optional<LocalDate> filmDate(FilmHeader header) {
    return date(header, Tag.AcquisitionDate)
        .or(() -> date(header, Tag.ContentDate))
        .or(() -> date(header, Tag.SeriesDate))
        .or(() -> date(header, Tag.StudyDate));
  }

  private static double years(int number, String unit) {
    return switch (unit) {
      case "Y" -> number;
      case "M" -> Math.floor(number / 12.0);
      case "W" -> Math.floor(number * 7 / 365.25);
      default -> Math.floor(number / 365.25);
    };
  }

  private static OptionalDouble sex(FilmHeader header) {
    return switch (header.code(Tag.PatientSex).orElse("").toUpperCase(Locale.ROOT)) {
      case "F" -> OptionalDouble.of(1);
      case "M" -> OptionalDouble.of(0);
      default -> OptionalDouble.empty();
    };
  }

  /** Patient's Size (0010,1020) is in m, Patient's Weight (0010,1030) in kg. */
  private static OptionalDouble bodyMassIndex(FilmHeader header) {
    OptionalDouble height = header.number(Tag.PatientSize);
    OptionalDouble weight = header.number(Tag.PatientWeight);
    if (height.isEmpty() || weight.isEmpty()) {
      return OptionalDouble.empty();
    }
    boolean plausible =
        height.getAsDouble() >= 1 && height.getAsDouble() <= 2.5 && weight.getAsDouble() >= 20;
    return plausible
        ? OptionalDouble.of(weight.getAsDouble() / (height.getAsDouble() * height.getAsDouble()))
        : OptionalDouble.empty();
  }

  private static ClinicalVariables with(
      ClinicalVariables known, ClinicalVariable variable, OptionalDouble value) {
    return value.isPresent() && variable.isPlausible(value.getAsDouble())
        ? known.with(variable, value.getAsDouble())
        : known;
  }

  private static Optional<LocalDate> date(FilmHeader header, int tag) {
    return header.text(tag).flatMap(PatientFacts::parsed);
  }

  private static Optional<LocalDate> parsed(String text) {
    try {
      return Optional.of(LocalDate.parse(text, DATE));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
