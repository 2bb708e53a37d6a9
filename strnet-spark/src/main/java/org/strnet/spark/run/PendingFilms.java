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
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.strnet.spark.inventory.ArchivedFile;

/**
 * The films that are not in the ledger, cut into batches by ranges of their keys, ascending. Keys
 * are evenly spread, so that ranges of equal width hold about equal numbers; and since a run that
 * goes on takes up where the last range ended, which of several copies comes first does not depend
 * on where a run was killed.
 */
final class PendingFilms {

  private static final String BATCH = "batch";

  /** Hexadecimal digits of a key that say where it stands: 48 bits, exact in a double. */
  private static final int DIGITS = 12;

  private static final int BATCHES = 200;
  private static final long SMALLEST = 20_000;
  private static final long LARGEST = 500_000;

  private static final double PLACES = 0x1p48;

  private final SparkSession spark;
  private final Path lists;
  private final long films;
  private final int batches;

  private PendingFilms(SparkSession spark, Path lists, long films, int batches) {
    this.spark = spark;
    this.lists = lists;
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
    SparkSession spark = inventory.sparkSession();
    Path all = new Path(work, "all");
    inventory
        .join(
            done.select(ArchivedFile.KEY),
            inventory.col(ArchivedFile.KEY).equalTo(done.col(ArchivedFile.KEY)),
            "left_anti")
        .write()
        .parquet(all.toString());
    Dataset<Row> pending = spark.read().schema(ArchivedFile.SCHEMA).parquet(all.toString());
    long films = pending.count();
    long each = size.isPresent() ? size.getAsInt() : size(films);
    int batches = Math.toIntExact((films + each - 1) / each);
    if (batches <= 1) {
      return new PendingFilms(spark, all, films, batches);
    }
    Path cut = new Path(work, "cut");
    pending
        .withColumn(BATCH, batch(pending, batches))
        .repartition(col(BATCH))
        .write()
        .partitionBy(BATCH)
        .parquet(cut.toString());
    return new PendingFilms(spark, cut, films, batches);
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
    Dataset<Row> batch =
        batches == 1
            ? spark.read().schema(ArchivedFile.SCHEMA).parquet(lists.toString())
            : spark
                .read()
                .schema(ArchivedFile.SCHEMA.add(BATCH, "int"))
                .parquet(lists.toString())
                .filter(col(BATCH).equalTo(number));
    return batch.collectAsList().stream().map(ArchivedFile::of).toList();
  }
}
