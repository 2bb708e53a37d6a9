package org.strnet.spark.inventory;

import static org.apache.spark.sql.functions.col;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.strnet.dataset.ClinicalColumns;
import org.strnet.provenance.BadInputException;

/** A CSV or Parquet that names films, and may say of their patients what a cohort file says. */
final class FilmList {

  /** A film that is named: where it is, and what is said of its patient. */
  static final StructType SCHEMA =
      DataTypes.createStructType(
          List.of(
              DataTypes.createStructField(ArchivedFile.PATH, DataTypes.StringType, false),
              DataTypes.createStructField(ArchivedFile.PATIENT, DataTypes.StringType, false)));

  private static final List<String> NAMES = List.of("path", "image");
  private static final String CSV = "csv";
  private static final Set<String> KINDS = Set.of(CSV, "parquet");
  private static final int MOST_FAULTS = 20;

  private final SparkSession spark;
  private final Path file;

  FilmList(SparkSession spark, Path file) {
    this.spark = spark;
    this.file = file;
  }

  /** Whether a file is a list by its name. */
  static boolean isNamed(Path file) {
    return KINDS.contains(extension(file));
  }

  /**
   * Its films, in the layout of {@link #SCHEMA}.
   *
   * @throws BadInputException when it has no column that names films, or says of a patient what no
   *     patient has
   */
  Dataset<Row> films() {
    Dataset<Row> list = read();
    Column[] columns = columns(List.of(list.columns()));
    Dataset<Row> lines = list.select(columns).filter(columns[0].isNotNull());
    ListedName named = new ListedName(file);
    if (columns.length > 1) {
      requirePatients(lines, named);
    }
    return lines.map(named, Encoders.row(SCHEMA));
  }

  private Dataset<Row> read() {
    return extension(file).equals(CSV)
        ? spark.read().option("header", true).option("escape", "\"").csv(file.toString())
        : spark.read().parquet(file.toString());
  }

  /** The column of names, then those that tell of the patient. */
  private Column[] columns(List<String> present) {
    String name =
        NAMES.stream()
            .filter(present::contains)
            .findFirst()
            .orElseThrow(
                () ->
                    new BadInputException(
                        file.toString(), "a list has a column 'path', found " + present));
    return Stream.concat(
            Stream.of(name), ClinicalColumns.names().stream().filter(present::contains))
        .map(column -> col(column).cast(DataTypes.StringType).as(column))
        .toArray(Column[]::new);
  }

  private void requirePatients(Dataset<Row> lines, ListedName named) {
    List<String> faults =
        lines
            .map((MapFunction<Row, String>) named::fault, Encoders.STRING())
            .filter(col("value").notEqual(""))
            .distinct()
            .limit(MOST_FAULTS)
            .collectAsList();
    if (!faults.isEmpty()) {
      throw new BadInputException(file.toString(), String.join("; ", faults));
    }
  }

  private static String extension(Path path) {
    String name = path.getName().toLowerCase(Locale.ROOT);
    return name.substring(name.lastIndexOf('.') + 1);
  }
}
