package org.strnet.server.fhir;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Results on their way to a FHIR server, in the database. */
@Component
class FhirDeliveries {

  private final JdbcClient database;
  private final Clock clock;

  FhirDeliveries(JdbcClient database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * One delivery.
   *
   * @param id of the row
   * @param resultId what is to be sent
   * @param failures so far
   */
  record Due(String id, String resultId, int failures) {
    Due {
      Objects.requireNonNull(id);
      Objects.requireNonNull(resultId);
    }
  }

  /** Notes since when a server is sent results; what is older stays here. */
  void begin(String url) {
    try {
      database
          .sql("insert into fhir_destination (url, since) values (?, ?)")
          .params(url, Timestamp.from(Instant.now(clock)))
          .update();
    } catch (DuplicateKeyException e) {
      // Known from an earlier start.
    }
  }

  /**
   * Queues each film's newest result that was not queued for this server yet, and again where a
   * reader has spoken since. Nothing is lost that was kept before the process died.
   */
  void queueWhatIsNew(String url) {
    record Row(String film, String result, String reading) {}
    List<Row> rows =
        database
            .sql(
                "select n.film, n.result, n.word from (select f.id as film, r.id as result,"
                    + " coalesce((select w.id from reading w where w.film_id = f.id"
                    + " and w.result_id = r.id order by w.made_at desc, w.id"
                    + " fetch next 1 rows only), '') as word"
                    + " from result r join film f on f.result_id = r.id"
                    + " join fhir_destination d on d.url = :url where r.made_at >= d.since) n"
                    + " where not exists (select 1 from fhir_delivery q where q.url = :url"
                    + " and q.result_id = n.result and q.reading_id = n.word)")
            .param("url", url)
            .query(
                (row, number) ->
                    new Row(row.getString("film"), row.getString("result"), row.getString("word")))
            .list();
    Timestamp now = Timestamp.from(Instant.now(clock));
    for (Row row : rows) {
      database
          .sql(
              "insert into fhir_delivery (id, url, film_id, result_id, reading_id, state,"
                  + " failures, due_at, last_status, made_at)"
                  + " values (?, ?, ?, ?, ?, 'WAITING', 0, ?, '', ?)")
          .params(
              UUID.randomUUID().toString(), url, row.film(), row.result(), row.reading(), now, now)
          .update();
    }
  }

  /** What is to be sent now, oldest first. */
  List<Due> due(String url, int most) {
    return database
        .sql(
            "select id, result_id, failures from fhir_delivery where url = ?"
                + " and state = 'WAITING' and due_at <= ? order by due_at"
                + " fetch next "
                + most
                + " rows only")
        .params(url, Timestamp.from(Instant.now(clock)))
        .query(
            (row, number) ->
                new Due(row.getString("id"), row.getString("result_id"), row.getInt("failures")))
        .list();
  }

  /** The server has it. */
  void delivered(Due delivery, String status) {
    end(delivery, "DELIVERED", status);
  }

  /** The server will not have it, however often it is sent. */
  void refused(Due delivery, String status) {
    end(delivery, "REFUSED", status);
  }

  private void end(Due delivery, String state, String status) {
    database
        .sql("update fhir_delivery set state = ?, last_status = ? where id = ?")
        .params(state, status, delivery.id())
        .update();
  }

  /** To be tried again. */
  void failed(Due delivery, String status, Instant due) {
    database
        .sql(
            "update fhir_delivery set failures = failures + 1, last_status = ?, due_at = ?"
                + " where id = ?")
        .params(status, Timestamp.from(due), delivery.id())
        .update();
  }

  /** How many are WAITING, DELIVERED, REFUSED. */
  Map<String, Long> counts() {
    Map<String, Long> counts = new HashMap<>();
    record Row(String state, long number) {}
    database
        .sql("select state, count(*) as number from fhir_delivery group by state")
        .query((row, number) -> new Row(row.getString("state"), row.getLong("number")))
        .list()
        .forEach(row -> counts.put(row.state(), row.number()));
    return counts;
  }
}
