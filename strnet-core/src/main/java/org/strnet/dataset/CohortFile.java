package org.strnet.dataset;

import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.strnet.provenance.BadInputException;
import org.strnet.provenance.Sha256;

/** Reads a cohort file: bytes, text, table, films, contradictions, in this order. */
final class CohortFile {

  private final Path csv;
  private final Faults faults = new Faults();

  private CohortFile(Path csv) {
    this.csv = csv;
  }

  static Cohort read(Path csv, Contradictions policy) {
    CohortFile file = new CohortFile(csv);
    byte[] bytes = file.bytes();
    List<CSVRecord> table = file.table(file.text(bytes));
    if (table.isEmpty()) {
      throw file.bad("needs a header row, found an empty file");
    }
    List<String> columns = file.header(table.get(0));
    List<CohortFilm> films = file.films(columns, table.subList(1, table.size()));
    file.faults.refuse(csv.toString());
    List<Contradiction> contradictions = ContradictionSearch.in(films);
    if (policy == Contradictions.REFUSE && !contradictions.isEmpty()) {
      throw file.bad(
          "values contradict each other: "
              + Faults.join(contradictions.stream().map(Contradiction::text).toList()));
    }
    return new Cohort(csv, Sha256.of(bytes), columns, films, contradictions);
  }

  private byte[] bytes() {
    try {
      return Files.readAllBytes(csv);
    } catch (NoSuchFileException e) {
      throw new BadInputException(csv.toString(), "there is no such file", e);
    } catch (IOException e) {
      throw new BadInputException(csv.toString(), "cannot be read: " + e.getMessage(), e);
    }
  }

  private String text(byte[] bytes) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new BadInputException(csv.toString(), "must be UTF-8 text", e);
    }
  }

  private List<CSVRecord> table(String text) {
    try (CSVParser parser = CSVFormat.RFC4180.parse(new StringReader(text))) {
      return parser.stream().filter(record -> !isBlank(record)).toList();
    } catch (IOException | java.io.UncheckedIOException e) {
      throw new BadInputException(csv.toString(), "must be CSV: " + e.getMessage(), e);
    }
  }

  private static boolean isBlank(CSVRecord record) {
    return record.size() == 1 && record.get(0).isBlank();
  }

  private List<String> header(CSVRecord record) {
    List<String> columns = record.stream().map(String::strip).toList();
    if (!columns.contains(CohortColumns.IMAGE)) {
      String hint = columns.get(0).contains(";") ? " (columns are separated by commas)" : "";
      throw bad("needs a column image, found " + columns + hint);
    }
    if (new HashSet<>(columns).size() < columns.size() || columns.contains("")) {
      throw bad("columns must have different names, found " + columns);
    }
    return columns;
  }

  private List<CohortFilm> films(List<String> columns, List<CSVRecord> rows) {
    Path folder = csv.toAbsolutePath().getParent();
    List<CohortFilm> films = new ArrayList<>();
    for (CSVRecord record : rows) {
      int row = Math.toIntExact(record.getRecordNumber());
      if (record.size() != columns.size()) {
        faults.add(row, "must have %d values, found %d".formatted(columns.size(), record.size()));
        continue;
      }
      RowReader reader = new RowReader(row, values(columns, record), faults);
      new FilmRow(folder, reader).film().ifPresent(films::add);
    }
    return films;
  }

  private static Map<String, String> values(List<String> columns, CSVRecord record) {
    Map<String, String> values = new LinkedHashMap<>();
    for (int i = 0; i < columns.size(); i++) {
      values.put(columns.get(i), record.get(i));
    }
    return values;
  }

  private BadInputException bad(String rule) {
    return new BadInputException(csv.toString(), rule);
  }
}
