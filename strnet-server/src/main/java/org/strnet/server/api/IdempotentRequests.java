package org.strnet.server.api;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Requests that carried a key, remembered for a week. */
@Component
class IdempotentRequests {

  private static final Duration REMEMBERED = Duration.ofDays(7);
  private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,128}");

  private final JdbcClient database;
  private final Clock clock;

  IdempotentRequests(JdbcClient database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * What a request was answered with.
   *
   * @param filmId of the film it brought
   * @param status of the answer
   */
  record Answered(String filmId, int status) {
    Answered {
      Objects.requireNonNull(filmId);
    }
  }

  /**
   * The answer to the same request before, if there was one.
   *
   * @param account whose key it is
   * @param key of the header
   * @param hash SHA-256 of the body
   * @throws ProblemException when the key is malformed or came with another body
   */
  Optional<Answered> before(String account, String key, String hash) {
    if (!KEY.matcher(key).matches()) {
      throw new ProblemException(
          Problem.INVALID_REQUEST, "Idempotency-Key: 1 to 128 visible ASCII characters");
    }
    record Row(String hash, Answered answered) {}
    Optional<Row> row =
        database
            .sql(
                "select request_hash, film_id, status from idempotent_request"
                    + " where account = ? and request_key = ?")
            .params(account, key)
            .query(
                (found, number) ->
                    new Row(
                        found.getString("request_hash"),
                        new Answered(found.getString("film_id"), found.getInt("status"))))
            .optional();
    if (row.isPresent() && !row.get().hash().equals(hash)) {
      throw new ProblemException(
          Problem.KEY_REUSED, "the key came with another body; use a new one");
    }
    return row.map(Row::answered);
  }

  /** Remembers an answer, and forgets those older than a week. */
  void remember(String account, String key, String hash, Answered answered) {
    Instant now = Instant.now(clock);
    database
        .sql("delete from idempotent_request where made_at < ?")
        .param(Timestamp.from(now.minus(REMEMBERED)))
        .update();
    database
        .sql("delete from idempotent_request where account = ? and request_key = ?")
        .params(account, key)
        .update();
    database
        .sql(
            "insert into idempotent_request"
                + " (account, request_key, request_hash, film_id, made_at, status)"
                + " values (?, ?, ?, ?, ?, ?)")
        .params(account, key, hash, answered.filmId(), Timestamp.from(now), answered.status())
        .update();
  }
}
