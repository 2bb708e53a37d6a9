package org.strnet.server.quality.monitoring;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.strnet.bundle.BundleManifest;
import org.strnet.server.quality.operatingpoint.OperatingPointRegister;
import org.strnet.server.quality.operatingpoint.ScoreScale;
import org.strnet.server.screening.ScreeningEngine;

/** Reads from the database what monitoring needs. */
@Component
public class MonitoredFilms {

  private final JdbcClient database;
  private final ScreeningEngine engine;
  private final OperatingPointRegister points;
  private final Clock clock;

  MonitoredFilms(
      JdbcClient database, ScreeningEngine engine, OperatingPointRegister points, Clock clock) {
    this.database = database;
    this.engine = engine;
    this.points = points;
    this.clock = clock;
  }

  /** Films whose newest result was made with the bundle in use, in the order of their arrival. */
  public List<MonitoredFilm> all() {
    BundleManifest now = engine.current().manifest();
    ScoreScale scale = new ScoreScale(engine.bundle().manifest(), points.all());
    return database
        .sql(
            "select f.arrived_at, f.site, f.device, r.outcome, r.reason, r.decision, r.bone_loss,"
                + " r.bundle from film f join result r on r.id = f.result_id"
                + " where r.bundle_sha256 = ? order by f.arrived_at, f.id")
        .param(engine.bundle().sha256())
        .query((row, number) -> read(row, now, scale))
        .list();
  }

  /** Films whose newest result was made with another bundle; monitoring leaves them out. */
  public int ofOtherBundles() {
    return database
        .sql(
            "select count(*) from film f join result r on r.id = f.result_id"
                + " where r.bundle_sha256 <> ?")
        .param(engine.bundle().sha256())
        .query(Integer.class)
        .single();
  }

  private MonitoredFilm read(ResultSet row, BundleManifest now, ScoreScale scale)
      throws SQLException {
    double boneLoss = row.getDouble("bone_loss");
    OptionalDouble logit =
        row.wasNull()
            ? OptionalDouble.empty()
            : scale.boneLossLogit(row.getString("bundle"), boneLoss);
    OptionalDouble score =
        logit.isEmpty()
            ? logit
            : OptionalDouble.of(now.calibration().boneLoss().probability(logit.getAsDouble()));
    boolean referred = "refer".equals(row.getString("decision"));
    // A score that was made under the calibration in force is decided as it was, to the last digit.
    boolean same = now.name().equals(row.getString("bundle"));
    return new MonitoredFilm(
        row.getTimestamp("arrived_at").toInstant().atZone(clock.getZone()).toLocalDate(),
        row.getString("site"),
        row.getString("device"),
        row.getString("outcome"),
        Optional.ofNullable(row.getString("reason")),
        referred,
        score,
        (same || score.isEmpty())
            ? referred
            : score.getAsDouble() >= now.operatingPoint().threshold());
  }
}
