package org.strnet.spark.run;

import static org.apache.spark.sql.functions.col;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.LongAccumulator;
import org.strnet.spark.film.Column;
import org.strnet.spark.film.FilmOutcome;
import org.strnet.spark.inventory.ArchivedFile;
import org.strnet.spark.ledger.ArchiveFolder;
import org.strnet.spark.ledger.Marks;

/** Screens the films of one batch: in packs first, then one by one those that were put off. */
final class BatchScreening {

  private static final String OUTCOME = Column.OUTCOME.code();

  private final SparkSession spark;
  private final ArchiveFolder folder;
  private final ScreeningParts parts;
  private final LongAccumulator done;
  private final Path underWay;
  private final Path alone;

  BatchScreening(
      SparkSession spark, ArchiveFolder folder, ScreeningParts parts, LongAccumulator done) {
    this.spark = spark;
    this.folder = folder;
    this.parts = parts;
    this.done = done;
    this.underWay = folder.work("underway");
    this.alone = folder.work("alone");
  }

  /**
   * Screens a batch.
   *
   * @param films of the batch
   * @param careful whether films are marked from the first try on
   * @return one row per film, kept in a place of the folder until the next batch
   */
  Dataset<Row> screen(List<ArchivedFile> films, boolean careful) throws IOException {
    Path place = folder.work("screened");
    folder.remove(place);
    JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    List<Pack> packs = Pack.of(films, context.defaultParallelism());
    PackScreening screening = new PackScreening(parts, marks(underWay), careful, done);
    spark
        .createDataFrame(
            context.parallelize(packs, packs.size()).flatMap(screening), Column.schema())
        .write()
        .parquet(place.toString());
    Dataset<Row> rows = spark.read().schema(Column.schema()).parquet(place.toString());
    // Only a task that marks its films puts one off.
    Set<String> putOff = folder.holds(underWay) ? putOff(rows) : Set.of();
    return putOff.isEmpty() ? rows : rows.filter(isScreened()).union(alone(context, films, putOff));
  }

  /** Forgets which films were under way: the batch is committed. */
  void forget() throws IOException {
    folder.remove(underWay);
    folder.remove(alone);
  }

  private Dataset<Row> alone(
      JavaSparkContext context, List<ArchivedFile> films, Set<String> putOff) {
    List<Row> rows = new ArrayList<>();
    for (ArchivedFile film : films) {
      if (putOff.contains(film.key())) {
        AloneScreening screening = new AloneScreening(parts, marks(alone));
        rows.addAll(context.parallelize(List.of(film), 1).flatMap(screening).collect());
      }
    }
    return spark.createDataFrame(rows, Column.schema());
  }

  private static Set<String> putOff(Dataset<Row> rows) {
    return rows
        .filter(col(OUTCOME).equalTo(FilmOutcome.PUT_OFF.code()))
        .select(Column.FILM_KEY.code())
        .collectAsList()
        .stream()
        .map(row -> row.getString(0))
        .collect(Collectors.toUnmodifiableSet());
  }

  private static org.apache.spark.sql.Column isScreened() {
    return col(OUTCOME).notEqual(FilmOutcome.PUT_OFF.code());
  }

  private Marks marks(Path place) {
    return new Marks(place, parts.storage());
  }
}
