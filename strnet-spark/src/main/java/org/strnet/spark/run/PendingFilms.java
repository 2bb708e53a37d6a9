package org.strnet.spark.run;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.conv;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.substring;

import java.util.List;
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

  private static final double PLACES = 0x1p48;

  private final SparkSession spark;
  private final Path cut;
  private final long films;
  private final int batches;

  private PendingFilms(SparkSession spark, Path cut, long films, int batches) {
    this.spark = spark;
    this.cut = cut;
    this.films = films;
    this.batches = batches;
  }

  /**
   * Finds and cuts them.
   *
   * @param inventory all films
   * @param done those of the ledger
   * @param size about how many films a batch has, at least 1
   * @param work an empty place for the lists
   */
  static PendingFilms of(Dataset<Row> inventory, Dataset<Row> done, int size, Path work) {
    SparkSession spark = inventory.sparkSession();
    String all = new Path(work, "all").toString();
    Path cut = new Path(work, "cut");
    inventory
        .join(
            done.select(ArchivedFile.KEY),
            inventory.col(ArchivedFile.KEY).equalTo(done.col(ArchivedFile.KEY)),
            "left_anti")
        .write()
        .parquet(all);
    Dataset<Row> pending = spark.read().schema(ArchivedFile.SCHEMA).parquet(all);
    long films = pending.count();
    if (films == 0) {
      return new PendingFilms(spark, cut, 0, 0);
    }
    int batches = Math.toIntExact((films + size - 1) / size);
    pending
        .withColumn(BATCH, batch(pending, batches))
        .repartition(col(BATCH))
        .write()
        .partitionBy(BATCH)
        .parquet(cut.toString());
    return new PendingFilms(spark, cut, films, batches);
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
    return spark
        .read()
        .schema(ArchivedFile.SCHEMA.add(BATCH, "int"))
        .parquet(cut.toString())
        .filter(col(BATCH).equalTo(number))
        .collectAsList()
        .stream()
        .map(ArchivedFile::of)
        .toList();
  }
}
