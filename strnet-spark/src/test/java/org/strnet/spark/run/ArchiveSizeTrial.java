package org.strnet.spark.run;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.md5;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.strnet.spark.Rows;
import org.strnet.spark.film.Column;
import org.strnet.spark.identity.FilmIdentities.Form;
import org.strnet.spark.inventory.ArchivedFile;
import org.strnet.spark.ledger.ArchiveFolder;
import org.strnet.spark.ledger.ArchiveSettings;
import org.strnet.spark.ledger.Ledger;
import org.strnet.spark.ledger.ResultFormat;
import org.strnet.spark.storage.Places;
import org.strnet.spark.summary.ArchiveSummary;

/**
 * Everything of a run but the films: lists, batches, copies, commits and the summary of an archive
 * of invented rows, one in twenty a copy. Run by hand with FOLDER FILMS BATCH; prints seconds and
 * the driver's heap after a collection.
 */
final class ArchiveSizeTrial {

  private static final int YEARS = 20;
  private static final int COPIES = 20;

  /** Few, so that what is measured is rows and not tasks: a run's cost some milliseconds each. */
  private static final int TASKS = 8;

  private final SparkSession spark;
  private final ArchiveFolder folder;
  private long clock = System.nanoTime();

  private ArchiveSizeTrial(SparkSession spark, ArchiveFolder folder) {
    this.spark = spark;
    this.folder = folder;
  }

  /** Runs it. */
  public static void main(String[] arguments) throws IOException {
    SparkSession spark =
        SparkSession.builder()
            .master("local[2]")
            .config("spark.ui.enabled", false)
            .config("spark.sql.shuffle.partitions", 4)
            .config("spark.sql.session.timeZone", "UTC")
            .config("spark.sql.parquet.compression.codec", "zstd")
            .getOrCreate();
    ArchiveFolder folder =
        ArchiveFolder.open(
            Places.path(Path.of(arguments[0]).toString()),
            spark.sparkContext().hadoopConfiguration(),
            new ArchiveSettings(ResultFormat.PARQUET, Form.HASHED));
    new ArchiveSizeTrial(spark, folder)
        .run(Long.parseLong(arguments[1]), Integer.parseInt(arguments[2]));
    spark.stop();
  }

  private void run(long films, int batch) throws IOException {
    Ledger ledger = folder.ledger("invented");
    Dataset<Row> inventory =
        spark
            .range(films)
            .select(
                md5(col("id").cast("string").cast("binary")).as(ArchivedFile.KEY),
                concat(lit("hdfs://name/archive/2019/07/site-a/film"), col("id")).as("path"),
                lit(9_000_000L).as("bytes"),
                lit(1_700_000_000_000L).as("modified"),
                lit("").as("patient"));
    PendingFilms pending =
        PendingFilms.of(inventory, rows(ledger), OptionalInt.of(batch), folder.work("pending"));
    say("%d films in %d batches".formatted(pending.films(), pending.batches()));
    for (int number = 0; number < pending.batches(); number++) {
      List<ArchivedFile> named = pending.batch(number);
      say("batch %d: names of %d films".formatted(number, named.size()));
      commit(named, ledger);
      say("batch %d: committed".formatted(number));
    }
    Dataset<Row> all = rows(ledger);
    ArchiveSummary.of(all, Optional.empty());
    say("summary");
    PendingFilms again =
        PendingFilms.of(
            inventory,
            rows(ledger).select(ArchivedFile.KEY),
            OptionalInt.empty(),
            folder.work("x"));
    say("a run that finds %d films".formatted(again.films()));
    folder.remove(folder.work());
  }

  /** As a run does, with rows that nobody screened. */
  private void commit(List<ArchivedFile> films, Ledger ledger) throws IOException {
    String screened = folder.work("screened").toString();
    folder.remove(folder.work("screened"));
    JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    spark
        .createDataFrame(
            context.parallelize(films, TASKS).map(ArchiveSizeTrial::row), Column.schema())
        .write()
        .parquet(screened);
    folder.remove(folder.work("batch"));
    Dataset<Row> marked =
        Duplicates.mark(spark.read().schema(Column.schema()).parquet(screened), rows(ledger))
            .repartition(col("year"))
            .sortWithinPartitions(col("year"), col("film_key"));
    folder.settings().format().write(marked, "year", folder.work("batch"));
    ledger.commit(folder.work("batch"), films.size());
  }

  private static Row row(ArchivedFile film) {
    long number = Long.parseLong(film.path().substring(film.path().lastIndexOf("film") + 4));
    long pixels = number % COPIES == 0 ? number + 1 : number;
    int year = 2000 + (int) (number % YEARS);
    double score = (pixels * 37 % 1000) / 1000.0;
    return Rows.assessed(film.key())
        .with(Column.FILM, film.key())
        .with(Column.SOP_INSTANCE_UID, "2.25." + film.key().substring(1))
        .with(Column.STUDY_INSTANCE_UID, "2.25." + film.key().substring(2))
        .with(Column.PATIENT, "p" + film.key().substring(0, 16))
        .with(Column.TAKEN, Date.valueOf(LocalDate.of(year, 1, 1)))
        .with(Column.SITE, "Site " + number % 50)
        .with(Column.DEVICE, "Maker model " + number % 200)
        .with(Column.AGE, (int) (40 + number % 50))
        .with(Column.SEX, number % 3 == 0 ? "M" : "F")
        .with(Column.BYTES, film.bytes())
        .with(Column.PIXEL_HASH, "%064x".formatted(pixels * 0x9E3779B97F4A7C15L))
        .with(Column.KNEES, 1)
        .with(Column.P_BONE_LOSS, score)
        .with(Column.DECISION, score > 0.5 ? "refer" : "not_flagged")
        .with(Column.READ_MS, number % 90)
        .with(Column.SCREEN_MS, number % 70)
        .with(Column.YEAR, year)
        .row();
  }

  private Dataset<Row> rows(Ledger ledger) throws IOException {
    return ledger.rows(spark, ResultFormat.PARQUET, Column.schema());
  }

  private void say(String what) {
    double seconds = (System.nanoTime() - clock) / 1e9;
    System.gc();
    long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20;
    System.out.printf(Locale.ROOT, "%8.1f s %6d MB  %s%n", seconds, heap, what);
    clock = System.nanoTime();
  }
}
