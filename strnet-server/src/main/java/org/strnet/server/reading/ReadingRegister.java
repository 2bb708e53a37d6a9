package org.strnet.server.reading;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.strnet.decision.Decision;

/** Readings in the database; a film's row carries the newest one of its newest result. */
@Component
public class ReadingRegister {

  private final JdbcClient database;

  ReadingRegister(JdbcClient database) {
    this.database = database;
  }

  /** A film's readings, newest first. */
  public List<Reading> ofFilm(String filmId) {
    return database
        .sql("select * from reading where film_id = ? order by made_at desc")
        .param(filmId)
        .query(ReadingRegister::read)
        .list();
  }

  /**
   * Takes a version of a film for an action: whoever comes second with it is refused.
   *
   * @param version the one that was shown to who acts
   * @throws StaleVersionException when it is not the current one
   */
  public void take(String filmId, long version) {
    int taken =
        database
            .sql("update film set version = version + 1 where id = ? and version = ?")
            .params(filmId, version)
            .update();
    if (taken == 0) {
      throw new StaleVersionException();
    }
  }

  /**
   * Adds a reading.
   *
   * @param version of the film that was shown to who reads
   * @throws StaleVersionException when it is not the current one
   */
  @Transactional
  public void add(Reading reading, long version) {
    take(reading.filmId(), version);
    database
        .sql("update film set reading = ? where id = ?")
        .params(reading.action().code(), reading.filmId())
        .update();
    database
        .sql(
            "insert into reading (id, film_id, result_id, made_at, made_by, action, decision,"
                + " reason) values (?, ?, ?, ?, ?, ?, ?, ?)")
        .params(
            reading.id(),
            reading.filmId(),
            reading.resultId(),
            Timestamp.from(reading.madeAt()),
            reading.madeBy(),
            reading.action().code(),
            reading.decision().map(Decision::code).orElse(null),
            reading.reason())
        .update();
  }

  /** The decision of a stored code. */
  static Decision decision(String code) {
    return Arrays.stream(Decision.values())
        .filter(decision -> decision.code().equals(code))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("a decision is refer or not_flagged"));
  }

  private static Reading read(ResultSet row, int number) throws SQLException {
    return new Reading(
        row.getString("id"),
        row.getString("film_id"),
        row.getString("result_id"),
        row.getTimestamp("made_at").toInstant(),
        row.getString("made_by"),
        ReadingAction.ofCode(row.getString("action")),
        Optional.ofNullable(row.getString("decision")).map(ReadingRegister::decision),
        row.getString("reason"));
  }
}
