package org.strnet.dicom.cohort;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.strnet.provenance.BadInputException;

/**
 * A hospital's densitometry: CSV with the columns {@code patient_id}, {@code date} (2026-01-31 or
 * 20260131) and {@code t_score}; other columns go to the cohort file as they are, but for {@code
 * loinc}, which is checked.
 */
public final class DensitometryTable {

  private static final String PATIENT = "patient_id";
  private static final String DATE = "date";
  private static final String T_SCORE = "t_score";
  private static final String LOINC = "loinc";

  /**
   * Radius and ulna: a forearm, which sample data often carry as if it were any T-score; the knee
   * network is about hip and spine.
   */
  private static final String FOREARM = "38265-5";

  private final Map<String, List<Densitometry>> byPatient;
  private final Set<String> moreColumns;

  private DensitometryTable(Map<String, List<Densitometry>> byPatient, Set<String> moreColumns) {
    this.byPatient = byPatient;
    this.moreColumns = moreColumns;
  }

  /**
   * Reads a table.
   *
   * @throws BadInputException when a column is missing or a value is none of its column; it names
   *     the row, never the patient
   */
  public static DensitometryTable read(Path file) {
    CSVFormat format =
        CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).setTrim(true).get();
    String source = String.valueOf(file.getFileName());
    try (Reader reader = Files.newBufferedReader(file);
        CSVParser rows = format.parse(reader)) {
      Set<String> more = new TreeSet<>(rows.getHeaderNames());
      for (String column : List.of(PATIENT, DATE, T_SCORE)) {
        if (!more.remove(column)) {
          throw new BadInputException(source, "must have the column " + column);
        }
      }
      more.remove(LOINC);
      Map<String, List<Densitometry>> byPatient = new HashMap<>();
      for (CSVRecord row : rows) {
        byPatient
            .computeIfAbsent(row.get(PATIENT), patient -> new ArrayList<>())
            .add(densitometry(source, row, more));
      }
      return new DensitometryTable(byPatient, more);
    } catch (IOException | IllegalStateException e) {
      throw new BadInputException(source, "must be a readable CSV file", e);
    }
  }

  private static Densitometry densitometry(String source, CSVRecord row, Set<String> more) {
    String place = source + ", row " + row.getRecordNumber();
    if (row.isMapped(LOINC) && row.get(LOINC).equals(FOREARM)) {
      throw new BadInputException(
          place, "a T-score of hip or spine is needed, LOINC 38265-5 is the forearm's");
    }
    Map<String, String> values = new TreeMap<>();
    more.forEach(column -> values.put(column, row.get(column)));
    LocalDate date = date(place, row.get(DATE));
    try {
      return new Densitometry(date, Double.parseDouble(row.get(T_SCORE)), values);
    } catch (IllegalArgumentException e) {
      throw new BadInputException(place, "t_score must be a number of SD, -8 to 8", e);
    }
  }

  private static LocalDate date(String place, String text) {
    DateTimeFormatter format =
        text.contains("-") ? DateTimeFormatter.ISO_LOCAL_DATE : DateTimeFormatter.BASIC_ISO_DATE;
    try {
      return LocalDate.parse(text, format);
    } catch (DateTimeParseException e) {
      throw new BadInputException(place, "date must be YYYY-MM-DD or YYYYMMDD", e);
    }
  }

  /** Names of the columns that go to the cohort file, sorted. */
  public Set<String> moreColumns() {
    return Set.copyOf(moreColumns);
  }

  /**
   * The measurement nearest to a film, if one lies within a number of days; of two as near the
   * earlier.
   */
  public Optional<Densitometry> nearest(String patientId, LocalDate film, int days) {
    return byPatient.getOrDefault(patientId, List.of()).stream()
        .filter(measured -> distance(measured, film) <= days)
        .min(
            Comparator.comparingLong((Densitometry measured) -> distance(measured, film))
                .thenComparing(Densitometry::date));
  }

  private static long distance(Densitometry measured, LocalDate film) {
    return Math.abs(ChronoUnit.DAYS.between(measured.date(), film));
  }
}
