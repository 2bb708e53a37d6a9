package org.strnet.spark.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.util.LongAccumulator;
import org.strnet.spark.film.ArchiveScreening;
import org.strnet.spark.film.Fault;
import org.strnet.spark.film.FilmOutcome;
import org.strnet.spark.inventory.ArchivedFile;
import org.strnet.spark.ledger.Marks;

/**
 * Screens the films of a pack. A task that is tried again may hold the film that ended the process
 * of the try before: from then on every film is marked while it is screened, and films whose mark
 * was left are put off until they can run alone.
 */
final class PackScreening implements FlatMapFunction<Pack, Row> {

  private static final long serialVersionUID = 1;

  private final ScreeningParts parts;
  private final Marks underWay;
  private final boolean careful;
  private final LongAccumulator done;

  /**
   * @param parts what a task needs
   * @param underWay marks of films that are screened
   * @param careful whether the first try marks films too, because a run has ended badly
   * @param done told each film
   */
  PackScreening(ScreeningParts parts, Marks underWay, boolean careful, LongAccumulator done) {
    this.parts = parts;
    this.underWay = underWay;
    this.careful = careful;
    this.done = done;
  }

  @Override
  public Iterator<Row> call(Pack pack) throws IOException {
    ArchiveScreening screening = parts.screening();
    boolean marking = careful || TaskContext.get().attemptNumber() > 0;
    Set<String> left = marking ? underWay.marked() : Set.of();
    Stream<Row> rows =
        pack.films().stream()
            .map(
                film -> {
                  Row row =
                      left.contains(film.key())
                          ? putOff(screening, film)
                          : marking ? marked(screening, film) : screening.screen(film);
                  done.add(1);
                  return row;
                });
    return rows.iterator();
  }

  private static Row putOff(ArchiveScreening screening, ArchivedFile film) {
    return screening.without(film, FilmOutcome.PUT_OFF, Fault.PROCESS_KILLED, "");
  }

  private Row marked(ArchiveScreening screening, ArchivedFile film) {
    try {
      underWay.set(film.key());
      Row row = screening.screen(film);
      underWay.clear(film.key());
      return row;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
