package org.strnet.server.worklist;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.strnet.server.audit.AuditLog;
import org.strnet.server.film.Film;
import org.strnet.server.film.FilmRegister;
import org.strnet.server.film.FilmState;
import org.strnet.server.screening.FilmChanged;

/** Marks films as read or unread, many at once. */
@Component
public class ReadMarks {

  private final JdbcClient database;
  private final FilmRegister films;
  private final AuditLog audit;
  private final ApplicationEventPublisher events;
  private final WorklistCounter counter;
  private final Clock clock;

  ReadMarks(
      JdbcClient database,
      FilmRegister films,
      AuditLog audit,
      ApplicationEventPublisher events,
      WorklistCounter counter,
      Clock clock) {
    this.database = database;
    this.films = films;
    this.audit = audit;
    this.events = events;
    this.counter = counter;
    this.clock = clock;
  }

  /**
   * Marks films; those that are marked so already, or are no longer there, stay as they are.
   *
   * @param actor the account's name
   * @return how many changed
   */
  public int mark(Collection<String> ids, boolean read, String actor) {
    int changed = 0;
    for (String id : ids) {
      if (mark(id, read) > 0) {
        audit.add(actor, read ? "film.marked_read" : "film.marked_unread", id, "");
        films.byId(id).map(Film::state).ifPresent(state -> publish(id, state));
        changed++;
      }
    }
    counter.forget();
    return changed;
  }

  private void publish(String id, FilmState state) {
    events.publishEvent(new FilmChanged(id, state));
  }

  private int mark(String id, boolean read) {
    return read
        ? database
            .sql(
                "update film set read_at = ?, version = version + 1"
                    + " where id = ? and read_at is null")
            .params(Timestamp.from(Instant.now(clock)), id)
            .update()
        : database
            .sql(
                "update film set read_at = null, version = version + 1"
                    + " where id = ? and read_at is not null")
            .param(id)
            .update();
  }
}
