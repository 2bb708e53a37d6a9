package org.strnet.server.quality.monitoring;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

  /**
   * Films with a result.
   *
   * @param films whose newest result was made with the bundle in use, in the order of their arrival
   * @param ofOtherBundles how many were left out for having one of another bundle
   */
  public record Read(List<MonitoredFilm> films, int ofOtherBundles) {

    /** Copies the list. */
    public Read {
      films = List.copyOf(films);
    }
  }

  /** A film and which result it has. */
  private record Arrived(String result, LocalDate day, String site, String device) {}

  /** What a result says. */
  private record Said(
      String outcome,
      Optional<String> reason,
      boolean referred,
      OptionalDouble boneLoss,
      String bundle) {}

  /**
   * Reads them all, each side out of one index. Joined by the database they would cost a whole row
   * of each result. Results never change, so those of films that were read before are all there.
   */
  public Read read() {
    List<Arrived> arrived =
        database
            .sql(
                "select result_id, arrived_at, site, device from film where result_id is not null"
                    + " order by arrived_at, id")
            .query((row, number) -> arrived(row))
            .list();
    Map<String, Said> said = new HashMap<>();
    database
        .sql(
            "select id, outcome, reason, decision, bone_loss, bundle from result"
                + " where bundle_sha256 = ?")
        .param(engine.bundle().sha256())
        .query(
            row -> {
              said.put(row.getString("id"), said(row));
            });
    BundleManifest now = engine.current().manifest();
    ScoreScale scale = new ScoreScale(engine.bundle().manifest(), points.all());
    List<MonitoredFilm> films =
        arrived.stream()
            .filter(film -> said.containsKey(film.result()))
            .map(film -> monitored(film, said.get(film.result()), now, scale))
            .toList();
    return new Read(films, arrived.size() - films.size());
  }

  private Arrived arrived(ResultSet row) throws SQLException {
    return new Arrived(
        row.getString("result_id"),
        row.getTimestamp("arrived_at").toInstant().atZone(clock.getZone()).toLocalDate(),
        row.getString("site"),
        row.getString("device"));
  }

  private static Said said(ResultSet row) throws SQLException {
    double value = row.getDouble("bone_loss");
    OptionalDouble boneLoss = row.wasNull() ? OptionalDouble.empty() : OptionalDouble.of(value);
    return new Said(
        row.getString("outcome"),
        Optional.ofNullable(row.getString("reason")),
        "refer".equals(row.getString("decision")),
        boneLoss,
        row.getString("bundle"));
  }

  private static MonitoredFilm monitored(
      Arrived film, Said said, BundleManifest now, ScoreScale scale) {
    OptionalDouble logit =
        said.boneLoss().isEmpty()
            ? OptionalDouble.empty()
            : scale.boneLossLogit(said.bundle(), said.boneLoss().getAsDouble());
    OptionalDouble score =
        logit.isEmpty()
            ? logit
            : OptionalDouble.of(now.calibration().boneLoss().probability(logit.getAsDouble()));
    // A score that was made under the calibration in force is decided as it was, to the last digit.
    boolean same = now.name().equals(said.bundle());
    return new MonitoredFilm(
        film.day(),
        film.site(),
        film.device(),
        said.outcome(),
        said.reason(),
        said.referred(),
        score,
        (same || score.isEmpty())
            ? said.referred()
            : score.getAsDouble() >= now.operatingPoint().threshold());
  }
}
