package org.strnet.server.quality.densitometry;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A CSV of densitometry: UTF-8, a header with {@code patient_id}, {@code date}, {@code site} and
 * {@code t_score} in any order, one measurement a row, further columns ignored.
 *
 * @param good rows that can be kept, with their line
 * @param bad rows that cannot
 */
public record DensitometryFile(List<GoodRow> good, List<BadRow> bad) {

  /** Rows at most. */
  public static final int MOST_ROWS = 100_000;

  private static final List<String> COLUMNS = List.of("patient_id", "date", "site", "t_score");
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180
          .builder()
          .setHeader()
          .setSkipHeaderRecord(true)
          .setIgnoreEmptyLines(true)
          .setTrim(true)
          .get();

  /**
   * A row that can be kept.
   *
   * @param line it begins on, the header being line 1
   * @param value what it says
   */
  public record GoodRow(long line, Densitometry value) {}

  /**
   * A row that cannot be kept.
   *
   * @param line it begins on, the header being line 1
   * @param why with the rule and what was found
   */
  public record BadRow(long line, String why) {}

  /** Copies the lists. */
  public DensitometryFile {
    good = List.copyOf(good);
    bad = List.copyOf(bad);
  }

  /**
   * Reads a file; no row is left out without a word.
   *
   * @param today later dates are refused
   * @throws IllegalArgumentException when it is no such file at all
   */
  public static DensitometryFile read(byte[] bytes, LocalDate today) {
    String text = text(bytes);
    List<GoodRow> good = new ArrayList<>();
    List<BadRow> bad = new ArrayList<>();
    try (CSVParser parser = FORMAT.parse(new StringReader(text))) {
      requireColumns(new HashSet<>(parser.getHeaderNames()));
      long line = parser.getCurrentLineNumber() + 1;
      for (CSVRecord row : parser) {
        if (good.size() + bad.size() == MOST_ROWS) {
          throw new IllegalArgumentException("a file has at most %d rows".formatted(MOST_ROWS));
        }
        read(row, line, today, good, bad);
        line = parser.getCurrentLineNumber() + 1;
      }
    } catch (IOException | UncheckedIOException e) {
      throw new IllegalArgumentException("the file is not a CSV: a quote is not closed", e);
    }
    return new DensitometryFile(good, bad);
  }

  private static String text(byte[] bytes) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException("the file must be UTF-8 text", e);
    }
  }

  private static void requireColumns(Set<String> header) {
    List<String> missing = COLUMNS.stream().filter(name -> !header.contains(name)).toList();
    if (!missing.isEmpty()) {
      throw new IllegalArgumentException(
          "the first line must name the columns %s; missing: %s"
              .formatted(String.join(",", COLUMNS), String.join(", ", missing)));
    }
  }

  private static void read(
      CSVRecord row, long line, LocalDate today, List<GoodRow> good, List<BadRow> bad) {
    if (!row.isConsistent()) {
      bad.add(new BadRow(line, "has %d fields, the header has others".formatted(row.size())));
      return;
    }
    try {
      good.add(
          new GoodRow(
              line,
              DensitometryRow.of(
                  row.get("patient_id"),
                  row.get("date"),
                  row.get("site"),
                  row.get("t_score"),
                  today)));
    } catch (IllegalArgumentException e) {
      bad.add(new BadRow(line, String.valueOf(e.getMessage())));
    }
  }
}
