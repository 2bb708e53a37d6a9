package org.strnet.server.quality.agreement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.strnet.decision.Decision;
import org.strnet.server.screening.ScreeningEngine;

/** Reads readings from the database. */
@Component
public class ReadFilms {

  private final JdbcClient database;
  private final ScreeningEngine engine;
  private final Clock clock;

  ReadFilms(JdbcClient database, ScreeningEngine engine, Clock clock) {
    this.database = database;
    this.engine = engine;
    this.clock = clock;
  }

  /**
   * The newest reading of each film, newest first, of results of the bundle in use.
   *
   * @param from the first day of reading that counts
   */
  public ReaderAgreement since(LocalDate from) {
    List<ReadFilm> newest = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    database
        .sql(
            "select d.film_id, f.patient_id, f.site, f.device, d.made_at, d.made_by, d.action,"
                + " d.decision, d.reason, r.decision as said from reading d"
                + " join result r on r.id = d.result_id join film f on f.id = d.film_id"
                + " where r.bundle_sha256 = ? and d.made_at >= ?"
                + " order by d.made_at desc, d.id desc")
        .params(
            engine.bundle().sha256(),
            Timestamp.from(from.atStartOfDay(clock.getZone()).toInstant()))
        .query((row, number) -> read(row))
        .list()
        .forEach(
            film -> {
              if (seen.add(film.filmId())) {
                newest.add(film);
              }
            });
    return new ReaderAgreement(newest);
  }

  private static ReadFilm read(ResultSet row) throws SQLException {
    ReadFilm.Action action = ReadFilm.Action.ofCode(row.getString("action"));
    Optional<Decision> said = decision(row.getString("said"));
    return new ReadFilm(
        row.getString("film_id"),
        row.getString("patient_id"),
        row.getString("site"),
        row.getString("device"),
        row.getTimestamp("made_at").toInstant(),
        row.getString("made_by"),
        action,
        said,
        switch (action) {
          case CONFIRM -> said;
          case OVERRULE -> decision(row.getString("decision"));
          case NOT_ASSESSABLE -> Optional.empty();
        },
        row.getString("reason"));
  }

  private static Optional<Decision> decision(@Nullable String code) {
    for (Decision decision : Decision.values()) {
      if (decision.code().equals(code)) {
        return Optional.of(decision);
      }
    }
    return Optional.empty();
  }
}
