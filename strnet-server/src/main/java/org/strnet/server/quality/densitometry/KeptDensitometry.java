package org.strnet.server.quality.densitometry;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A densitometry in the database.
 *
 * @param id random identifier
 * @param value what was measured
 * @param source how it came: entered, imported, or a system's name
 * @param enteredAt when
 * @param enteredBy the account's name
 */
public record KeptDensitometry(
    String id, Densitometry value, String source, Instant enteredAt, String enteredBy) {

  /** One of a row; none where the row's site is not one of ours. */
  static Optional<KeptDensitometry> read(ResultSet row) throws SQLException {
    Optional<MeasurementSite> site = MeasurementSite.ofCode(row.getString("site"));
    if (site.isEmpty()) {
      return Optional.empty();
    }
    LocalDate day = row.getDate("measured_on").toLocalDate();
    return Optional.of(
        new KeptDensitometry(
            row.getString("id"),
            new Densitometry(
                row.getString("patient_id"), day, site.get(), row.getDouble("t_score")),
            row.getString("source"),
            row.getTimestamp("entered_at").toInstant(),
            row.getString("entered_by")));
  }
}
