package org.strnet.spark.run;

import static org.apache.spark.sql.functions.col;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.OptionalInt;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.LongAccumulator;
import org.apache.spark.util.SerializableConfiguration;
import org.strnet.spark.film.Column;
import org.strnet.spark.film.EngineParts;
import org.strnet.spark.identity.FilmIdentities;
import org.strnet.spark.inventory.ArchivedFile;
import org.strnet.spark.inventory.Inventory;
import org.strnet.spark.ledger.ArchiveFolder;
import org.strnet.spark.ledger.Ledger;
import org.strnet.spark.storage.WebPlaces;

/**
 * Brings the results of an archive up to date: every film that is not in the ledger is screened.
 */
public final class ArchiveRun {

  /**
   * What is asked for.
   *
   * @param places folders, lists, films
   * @param engine the bundle and the gate
   * @param version under which results are kept
   * @param batch about how many films are committed at once, at least 1; by the archive's size
   *     where it is not given
   */
  public record Request(
      List<String> places, EngineParts engine, String version, OptionalInt batch) {

    /** Copies the list and checks the batch. */
    public Request {
      places = List.copyOf(places);
      if (batch.isPresent() && batch.getAsInt() < 1) {
        throw new IllegalArgumentException(
            "a batch has at least 1 film, found " + batch.getAsInt());
      }
    }
  }

  private final SparkSession spark;
  private final ArchiveFolder folder;
  private final PrintWriter err;

  /**
   * @param spark the session
   * @param folder of results, claimed by the caller
   * @param err told how far the run is
   */
  public ArchiveRun(SparkSession spark, ArchiveFolder folder, PrintWriter err) {
    this.spark = spark;
    this.folder = folder;
    this.err = err;
  }

  /**
   * Screens what is new.
   *
   * @return how many films that were
   */
  public long run(Request request) throws IOException {
    FilmIdentities identities = folder.identities();
    Ledger ledger = folder.ledger(request.version());
    ledger.removeUncommitted();
    // What a run has left here says that it ended badly, perhaps by a film.
    boolean careful = folder.holds(folder.work());
    say("listing films");
    Path lists = folder.work("pending");
    folder.remove(lists);
    PendingFilms pending =
        PendingFilms.of(
            new Inventory(spark, identities).of(request.places()),
            rows(ledger).select(ArchivedFile.KEY),
            request.batch(),
            lists);
    say("%d films to screen".formatted(pending.films()));
    if (pending.films() > 0) {
      screen(pending, parts(request, identities), ledger, careful);
    }
    folder.remove(folder.work());
    return pending.films();
  }

  private void screen(PendingFilms pending, ScreeningParts parts, Ledger ledger, boolean careful)
      throws IOException {
    LongAccumulator done = spark.sparkContext().longAccumulator("films");
    BatchScreening screening = new BatchScreening(spark, folder, parts, done);
    boolean firstAfterDeath = careful;
    try (RunProgress progress = new RunProgress(err, done, pending.films())) {
      for (int number = 0; number < pending.batches(); number++) {
        List<ArchivedFile> films = pending.batch(number);
        if (!films.isEmpty()) {
          commit(screening.screen(films, firstAfterDeath), films.size(), ledger);
          screening.forget();
          firstAfterDeath = false;
        }
      }
    }
  }

  private void say(String what) {
    err.println("archive: " + what);
    err.flush();
  }

  private void commit(Dataset<Row> rows, int films, Ledger ledger) throws IOException {
    Path place = folder.work("batch");
    folder.remove(place);
    String year = Column.YEAR.code();
    Dataset<Row> marked =
        Duplicates.mark(rows, rows(ledger))
            .repartition(col(year))
            .sortWithinPartitions(col(year), col(Column.FILM_KEY.code()));
    folder.settings().format().write(marked, year, place);
    ledger.commit(place, films);
  }

  private Dataset<Row> rows(Ledger ledger) throws IOException {
    return ledger.rows(spark, folder.settings().format(), Column.schema());
  }

  private ScreeningParts parts(Request request, FilmIdentities identities) {
    Broadcast<EngineParts> sent =
        JavaSparkContext.fromSparkContext(spark.sparkContext()).broadcast(request.engine());
    return new ScreeningParts(
        sent,
        identities,
        WebPlaces.of(request.places()),
        new SerializableConfiguration(spark.sparkContext().hadoopConfiguration()));
  }
}
