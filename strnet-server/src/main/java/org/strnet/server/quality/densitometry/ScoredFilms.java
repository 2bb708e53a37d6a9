package org.strnet.server.quality.densitometry;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.strnet.bundle.BundleManifest;
import org.strnet.server.quality.operatingpoint.OperatingPointRegister;
import org.strnet.server.quality.operatingpoint.ScoreScale;
import org.strnet.server.screening.ScreeningEngine;

/** Reads assessed films of the bundle in use from the database. */
@Component
public class ScoredFilms {

  private final JdbcClient database;
  private final ScreeningEngine engine;
  private final OperatingPointRegister points;
  private final Clock clock;

  ScoredFilms(
      JdbcClient database, ScreeningEngine engine, OperatingPointRegister points, Clock clock) {
    this.database = database;
    this.engine = engine;
    this.points = points;
    this.clock = clock;
  }

  /** Each film with its newest result, where that is an assessment, by arrival. */
  public List<ScoredFilm> all() {
    ScoreScale scale = new ScoreScale(engine.bundle().manifest(), points.all());
    BundleManifest now = engine.current().manifest();
    return database
        .sql(
            "select f.id, f.patient_id, f.study_date, f.arrived_at, f.site, f.device, r.decision,"
                + " r.bone_loss, r.severity, r.t_score, r.bundle from film f"
                + " join result r on r.id = f.result_id"
                + " where r.bundle_sha256 = ? and r.outcome = 'assessed' and r.bone_loss is not null"
                + " order by f.arrived_at, f.id")
        .param(engine.bundle().sha256())
        .query((row, number) -> read(row, scale, now))
        .list();
  }

  private ScoredFilm read(ResultSet row, ScoreScale scale, BundleManifest now) throws SQLException {
    String name = row.getString("bundle");
    OptionalDouble logit = scale.boneLossLogit(name, row.getDouble("bone_loss"));
    OptionalDouble severity = number(row, "severity");
    boolean referred = "refer".equals(row.getString("decision"));
    LocalDate day =
        Optional.ofNullable(row.getDate("study_date"))
            .map(Date::toLocalDate)
            .orElse(
                row.getTimestamp("arrived_at").toInstant().atZone(clock.getZone()).toLocalDate());
    return new ScoredFilm(
        row.getString("id"),
        row.getString("patient_id"),
        day,
        row.getString("site"),
        row.getString("device"),
        referred,
        (now.name().equals(name) || logit.isEmpty())
            ? referred
            : now.calibration().boneLoss().probability(logit.getAsDouble())
                >= now.operatingPoint().threshold(),
        logit,
        severity.isEmpty() ? severity : scale.severityLogit(name, severity.getAsDouble()),
        number(row, "t_score"));
  }

  private static OptionalDouble number(ResultSet row, String column) throws SQLException {
    double value = row.getDouble(column);
    return row.wasNull() ? OptionalDouble.empty() : OptionalDouble.of(value);
  }
}
