package org.strnet.spark.run;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.conv;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.substring;

import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.strnet.spark.inventory.ArchivedFile;

/**
 * The films that are not in the ledger, cut into batches by ranges of their keys, ascending. Keys
 * are evenly spread, so that ranges of equal width hold about equal numbers; and since a run that
 * goes on takes up where the last range ended, which of several copies comes first does not depend
 * on where a run was killed. Films of one batch are held at once; lists are written of more.
 */
final class PendingFilms {

  private static final String BATCH = "batch";

  /** Hexadecimal digits of a key that say where it stands: 48 bits, exact in a double. */
  private static final int DIGITS = 12;

  private static final int BATCHES = 200;
  private static final int SMALLEST = 20_000;
  private static final int LARGEST = 500_000;

  private static final double PLACES = 0x1p48;

  private final Function<Integer, List<ArchivedFile>> batch;
  private final long films;
  private final int batches;

  private PendingFilms(Function<Integer, List<ArchivedFile>> batch, long films, int batches) {
    this.batch = batch;
    this.films = films;
    this.batches = batches;
  }

  /**
   * Finds and cuts them.
   *
   * @param inventory all films
   * @param done those of the ledger
   * @param size about how many films a batch has, at least 1; by their number where it is not given
   * @param work an empty place for the lists
   */
  static PendingFilms of(Dataset<Row> inventory, Dataset<Row> done, OptionalInt size, Path work) {
    Dataset<Row> pending =
        inventory.join(
            done.select(ArchivedFile.KEY),
            inventory.col(ArchivedFile.KEY).equalTo(done.col(ArchivedFile.KEY)),
            "left_anti");
    int one = Math.min(size.orElse(SMALLEST), LARGEST);
    List<ArchivedFile> few = films(pending.limit(one + 1));
    return few.size() <= one
        ? new PendingFilms(number -> few, few.size(), few.isEmpty() ? 0 : 1)
        : cut(pending, size, work);
  }

  private static PendingFilms cut(Dataset<Row> found, OptionalInt size, Path work) {
    SparkSession spark = found.sparkSession();
    String all = new Path(work, "all").toString();
    found.write().parquet(all);
    Dataset<Row> pending = spark.read().schema(ArchivedFile.SCHEMA).parquet(all);
    long films = pending.count();
    long each = size.isPresent() ? size.getAsInt() : size(films);
    int batches = Math.toIntExact((films + each - 1) / each);
    String cut = new Path(work, "cut").toString();
    pending
        .withColumn(BATCH, batch(pending, batches))
        .repartition(col(BATCH))
        .write()
        .partitionBy(BATCH)
        .parquet(cut);
    StructType columns = ArchivedFile.SCHEMA.add(BATCH, "int");
    return new PendingFilms(
        number ->
            films(spark.read().schema(columns).parquet(cut).filter(col(BATCH).equalTo(number))),
        films,
        batches);
  }

  /**
   * Every batch lists and looks through those before it, so that their number must stay small; the
   * driver holds the names of one batch, so that its size must as well.
   */
  static long size(long films) {
    return Math.max(SMALLEST, Math.min(LARGEST, films / BATCHES));
  }

  private static Column batch(Dataset<Row> pending, int batches) {
    double first = pending.agg(min(place())).first().getDouble(0);
    Column share = place().minus(lit(first)).divide(lit(PLACES - first));
    return least(floor(share.multiply(lit(batches))), lit(batches - 1L)).cast("int");
  }

  private static Column place() {
    return conv(substring(col(ArchivedFile.KEY), 1, DIGITS), 16, 10).cast("double");
  }

  long films() {
    return films;
  }

  int batches() {
    return batches;
  }

  /**
   * The films of one batch; may be none.
   *
   * @param number from 0
   */
  List<ArchivedFile> batch(int number) {
    return batch.apply(number);
  }

  private static List<ArchivedFile> films(Dataset<Row> rows) {
    return rows.collectAsList().stream().map(ArchivedFile::of).toList();
  }
}
