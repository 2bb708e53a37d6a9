package org.strnet.server.film;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aoju.bus.image.Tag;
import org.strnet.dicom.film.FilmHeader;
import org.strnet.dicom.film.PatientFacts;
import org.strnet.server.log.Correlation;

/** Reads from a header what the register keeps of a film. */
public final class FilmFacts {

  private FilmFacts() {}

  /**
   * A film that just arrived.
   *
   * @param header of the object
   * @param source how it came
   * @param file its file in the vault
   * @param bytes size of the object
   * @param now the moment
   */
  public static Film arrived(
      FilmHeader header, FilmSource source, String file, long bytes, Instant now) {
    return new Film(
        UUID.randomUUID().toString(),
        header.sopInstanceUid(),
        cut(header.studyInstanceUid(), 64),
        text(header, Tag.SeriesInstanceUID, 64),
        cut(header.sopClassUid(), 64),
        text(header, Tag.Modality, 16),
        text(header, Tag.AccessionNumber, 64),
        text(header, Tag.PatientID, 128),
        text(header, Tag.PatientName, 255),
        date(header, Tag.PatientBirthDate),
        header.code(Tag.PatientSex).filter(sex -> sex.matches("[FMO]")),
        PatientFacts.age(header),
        date(header, Tag.StudyDate),
        text(header, Tag.InstitutionName, 128),
        Stream.of(text(header, Tag.Manufacturer, 79), text(header, Tag.ManufacturerModelName, 79))
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(" ")),
        source,
        file,
        bytes,
        now,
        FilmState.RECEIVED,
        Correlation.currentOrNew(),
        1,
        Optional.empty());
  }

  private static String text(FilmHeader header, int tag, int longest) {
    return cut(header.text(tag).orElse(""), longest);
  }

  private static String cut(String text, int longest) {
    return text.length() > longest ? text.substring(0, longest) : text;
  }

  private static Optional<LocalDate> date(FilmHeader header, int tag) {
    try {
      return header.text(tag).map(text -> LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
