package org.strnet.spark.cohort;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.regexp_replace;
import static org.apache.spark.sql.functions.when;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.strnet.provenance.BadInputException;

/**
 * Selected films as a cohort file: {@code image}, {@code patient}, {@code age}, {@code sex} and
 * figures of the results under names that no column of a cohort has. A film without a patient is a
 * patient by itself.
 */
public final class CohortFile {

  private static final List<String> KEPT =
      List.of("site", "device", "view", "laterality", "year", "film_key");

  private static final List<String> FIGURES = List.of("p_bone_loss", "t_score", "decision");

  private CohortFile() {}

  /**
   * Writes the file.
   *
   * @param films selected rows
   * @param inventory the archive's films, in which the rows' paths are found by their keys
   * @param file must not be there
   * @return how many films it names
   * @throws BadInputException when the file is there
   */
  public static long write(Dataset<Row> films, Dataset<Row> inventory, Path file)
      throws IOException {
    if (Files.exists(file)) {
      throw new BadInputException(file.toString(), "is there already and is not overwritten");
    }
    Dataset<Row> cohort =
        films
            .join(inventory.select("film_key", "path"), "film_key")
            .select(columns(films).toArray(Column[]::new))
            .orderBy("film_key");
    long written = 0;
    try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
        CSVPrinter printer = CSVFormat.RFC4180.print(out)) {
      printer.printRecord(Arrays.asList(cohort.columns()));
      // One part at a time: a cohort may be larger than the driver's memory.
      for (Iterator<Row> rows = cohort.toLocalIterator(); rows.hasNext(); written++) {
        Row row = rows.next();
        for (int i = 0; i < row.size(); i++) {
          printer.print(row.get(i));
        }
        printer.println();
      }
    }
    return written;
  }

  private static List<Column> columns(Dataset<Row> films) {
    List<Column> columns = new ArrayList<>();
    columns.add(regexp_replace(col("path"), "^file:/*", "/").as("image"));
    columns.add(coalesce(col("patient"), concat(lit("film-"), col("film_key"))).as("patient"));
    columns.add(col("age"));
    columns.add(
        when(col("sex").equalTo("F"), "female").when(col("sex").equalTo("M"), "male").as("sex"));
    KEPT.forEach(name -> columns.add(col(name)));
    FIGURES.forEach(name -> columns.add(col(name).as("archive_" + name)));
    for (String name : List.of(ScoreStrata.STRATUM, ScoreStrata.WEIGHT)) {
      if (Arrays.asList(films.columns()).contains(name)) {
        columns.add(col(name));
      }
    }
    return columns;
  }
}
