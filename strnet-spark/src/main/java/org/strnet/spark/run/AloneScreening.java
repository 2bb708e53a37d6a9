package org.strnet.spark.run;

import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Row;
import org.strnet.spark.film.ArchiveScreening;
import org.strnet.spark.film.Fault;
import org.strnet.spark.film.FilmOutcome;
import org.strnet.spark.inventory.ArchivedFile;
import org.strnet.spark.ledger.Marks;

/**
 * Screens a film that was put off, the only one on the cluster: when a process ends now, it was the
 * film. It is tried once; a second try only writes down what came of the first.
 */
final class AloneScreening implements FlatMapFunction<ArchivedFile, Row> {

  private static final long serialVersionUID = 1;

  private final ScreeningParts parts;
  private final Marks alone;

  AloneScreening(ScreeningParts parts, Marks alone) {
    this.parts = parts;
    this.alone = alone;
  }

  @Override
  public Iterator<Row> call(ArchivedFile film) throws IOException {
    ArchiveScreening screening = parts.screening();
    if (alone.holds(film.key())) {
      return List.of(
              failed(screening, film, Fault.PROCESS_KILLED, "it ended the process, alone too"))
          .iterator();
    }
    alone.set(film.key());
    Row row = screened(screening, film);
    alone.clear(film.key());
    return List.of(row).iterator();
  }

  private static Row screened(ArchiveScreening screening, ArchivedFile film) {
    try {
      return screening.screen(film);
    } catch (OutOfMemoryError e) {
      return failed(
          screening, film, Fault.OUT_OF_MEMORY, "it needs more memory than an executor has");
    }
  }

  private static Row failed(
      ArchiveScreening screening, ArchivedFile film, Fault fault, String detail) {
    return screening.without(film, FilmOutcome.FAILED, fault, detail);
  }
}
