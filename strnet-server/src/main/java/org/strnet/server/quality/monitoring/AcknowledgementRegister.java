package org.strnet.server.quality.monitoring;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.strnet.server.audit.AuditLog;
import org.strnet.server.screening.ScreeningEngine;

/** Acknowledged alarms of the bundle in use. */
@Component
public class AcknowledgementRegister {

  private final JdbcClient database;
  private final ScreeningEngine engine;
  private final AuditLog audit;
  private final Clock clock;

  AcknowledgementRegister(
      JdbcClient database, ScreeningEngine engine, AuditLog audit, Clock clock) {
    this.database = database;
    this.engine = engine;
    this.audit = audit;
    this.clock = clock;
  }

  /** All of them, newest first. */
  public List<Acknowledgement> all() {
    return database
        .sql(
            "select * from alarm_acknowledgement where bundle_sha256 = ?"
                + " order by made_at desc, id")
        .param(engine.bundle().sha256())
        .query(AcknowledgementRegister::read)
        .list();
  }

  /**
   * Keeps that an alarm was seen. The note stays here: the audit log takes no free words.
   *
   * @param actor the account's name
   * @throws IllegalArgumentException for a note that is empty or too long
   */
  @Transactional
  public void acknowledge(DriftAlarm alarm, String note, String actor) {
    String id = UUID.randomUUID().toString();
    AlarmCondition condition = alarm.condition();
    Instant now = Instant.now(clock).truncatedTo(ChronoUnit.MILLIS);
    Acknowledgement made = new Acknowledgement(condition, alarm.urgent(), note, now, actor);
    database
        .sql(
            "insert into alarm_acknowledgement (id, bundle_sha256, kind, stream, subject, began,"
                + " urgent, note, made_at, made_by) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .params(
            id,
            engine.bundle().sha256(),
            condition.kind().name(),
            condition.stream(),
            condition.subject().name(),
            Date.valueOf(condition.began()),
            made.urgent(),
            made.note(),
            Timestamp.from(made.madeAt()),
            made.madeBy())
        .update();
    audit.add(
        actor,
        "alarm.acknowledged",
        id,
        "%s of %s %s since %s"
            .formatted(
                condition.subject(), condition.kind(), condition.stream(), condition.began()));
  }

  private static Acknowledgement read(ResultSet row, int number) throws SQLException {
    return new Acknowledgement(
        new AlarmCondition(
            FilmStream.Kind.valueOf(row.getString("kind")),
            row.getString("stream"),
            AlarmCondition.Subject.valueOf(row.getString("subject")),
            row.getDate("began").toLocalDate()),
        row.getBoolean("urgent"),
        row.getString("note"),
        row.getTimestamp("made_at").toInstant(),
        row.getString("made_by"));
  }
}
