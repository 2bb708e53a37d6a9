package org.strnet.server.result;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.strnet.decision.Zone;
import org.strnet.decision.ZoneLimits;

/** Results in the database; a film's row carries the figures of its newest one. */
@Component
public class ResultRegister {

  private static final ObjectMapper JSON = new ObjectMapper().registerModule(new Jdk8Module());

  private final JdbcClient database;

  ResultRegister(JdbcClient database) {
    this.database = database;
  }

  /** A film's results, newest first. */
  public List<StoredResult> ofFilm(String filmId) {
    return database
        .sql("select * from result where film_id = ? order by number desc")
        .param(filmId)
        .query(ResultRegister::read)
        .list();
  }

  /** A film's newest result. */
  public Optional<StoredResult> newest(String filmId) {
    return ofFilm(filmId).stream().findFirst();
  }

  /** The result of an identifier. */
  public Optional<StoredResult> byId(String id) {
    return database
        .sql("select * from result where id = ?")
        .param(id)
        .query(ResultRegister::read)
        .optional();
  }

  /** The number that a film's next result has. */
  public int nextNumber(String filmId) {
    return database
        .sql("select coalesce(max(number), 0) + 1 from result where film_id = ?")
        .param(filmId)
        .query(Integer.class)
        .single();
  }

  /**
   * Adds a film's newest result, with the vault's files of its knees' heat-maps, and finishes the
   * film: its reading starts anew.
   *
   * @param heatMaps one PNG for each knee, or none
   */
  @Transactional
  public void add(StoredResult result, List<String> heatMaps) {
    insert(result);
    for (int knee = 0; knee < heatMaps.size(); knee++) {
      database
          .sql("insert into picture (result_id, knee, media_type, file_name) values (?, ?, ?, ?)")
          .params(result.id(), knee, "image/png", heatMaps.get(knee))
          .update();
    }
    Optional<KneeFinding> worst = result.worst();
    database
        .sql(
            "update film set state = 'DONE', version = version + 1, result_id = ?, outcome = ?,"
                + " reason = ?, decision = ?, bone_loss = ?, t_score = ?, zone = ?, reading = null"
                + " where id = ?")
        .params(
            result.id(),
            result.outcome(),
            result.reason().orElse(null),
            result.decision().orElse(null),
            worst.map(KneeFinding::boneLoss).orElse(null),
            worst.map(knee -> orNull(knee.tScore())).orElse(null),
            result.zone().map(Zone::code).orElse(null),
            result.filmId())
        .update();
  }

  /** The vault's file of a knee's heat-map. */
  public Optional<String> heatMap(String resultId, int knee) {
    return database
        .sql("select file_name from picture where result_id = ? and knee = ?")
        .params(resultId, knee)
        .query(String.class)
        .optional();
  }

  private void insert(StoredResult result) {
    Optional<KneeFinding> worst = result.worst();
    database
        .sql(
            "insert into result (id, film_id, number, made_at, made_by, cause, outcome, reason,"
                + " detail, decision, bone_loss, severity, t_score, t_low, t_high, knees, notices,"
                + " clinical, bundle, bundle_sha256, threshold, no_flag_below, flag_above)"
                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .params(
            result.id(),
            result.filmId(),
            result.number(),
            Timestamp.from(result.madeAt()),
            result.madeBy(),
            result.cause().name(),
            result.outcome(),
            result.reason().orElse(null),
            result.detail().orElse(null),
            result.decision().orElse(null),
            worst.map(KneeFinding::boneLoss).orElse(null),
            worst.map(knee -> orNull(knee.severity())).orElse(null),
            worst.map(knee -> orNull(knee.tScore())).orElse(null),
            worst.map(knee -> orNull(knee.tLow())).orElse(null),
            worst.map(knee -> orNull(knee.tHigh())).orElse(null),
            json(result.knees()),
            json(result.notices()),
            json(result.clinical()),
            result.bundle(),
            result.bundleSha256(),
            result.threshold(),
            result.zones().map(ZoneLimits::noFlagBelow).orElse(null),
            result.zones().map(ZoneLimits::flagAbove).orElse(null))
        .update();
  }

  private static @Nullable Double orNull(OptionalDouble value) {
    return value.isPresent() ? value.getAsDouble() : null;
  }

  private static String json(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static <T> T parsed(ResultSet row, String column, TypeReference<T> type)
      throws SQLException {
    try {
      return JSON.readValue(row.getString(column), type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a stored result cannot be read", e);
    }
  }

  private static StoredResult read(ResultSet row, int number) throws SQLException {
    return new StoredResult(
        row.getString("id"),
        row.getString("film_id"),
        row.getInt("number"),
        row.getTimestamp("made_at").toInstant(),
        row.getString("made_by"),
        ResultCause.valueOf(row.getString("cause")),
        row.getString("outcome"),
        Optional.ofNullable(row.getString("reason")),
        Optional.ofNullable(row.getString("detail")),
        Optional.ofNullable(row.getString("decision")),
        parsed(row, "knees", new TypeReference<>() {}),
        parsed(row, "notices", new TypeReference<>() {}),
        parsed(row, "clinical", new TypeReference<>() {}),
        row.getString("bundle"),
        row.getString("bundle_sha256"),
        row.getDouble("threshold"),
        zones(row));
  }

  private static Optional<ZoneLimits> zones(ResultSet row) throws SQLException {
    double noFlagBelow = row.getDouble("no_flag_below");
    return row.wasNull()
        ? Optional.empty()
        : Optional.of(new ZoneLimits(noFlagBelow, row.getDouble("flag_above")));
  }
}
