package org.strnet.server.api;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.strnet.server.film.Film;
import org.strnet.server.film.FilmRegister;

/**
 * A film's row with the figures of its newest result.
 *
 * @param film the film
 * @param outcome of the newest result
 * @param reason where it was not assessed
 * @param decision where it was
 * @param boneLoss probability of the worse knee
 * @param tScore estimate of the worse knee
 * @param zone of the worse knee, where there is a three-zone reading
 * @param reading what a reader said, if anything
 */
record ListedFilm(
    Film film,
    @Nullable String outcome,
    @Nullable String reason,
    @Nullable String decision,
    @Nullable Double boneLoss,
    @Nullable Double tScore,
    @Nullable String zone,
    @Nullable String reading) {

  ListedFilm {
    Objects.requireNonNull(film);
  }

  static ListedFilm read(ResultSet row, int number) throws SQLException {
    return new ListedFilm(
        FilmRegister.read(row, number),
        row.getString("outcome"),
        row.getString("reason"),
        row.getString("decision"),
        number(row, "bone_loss"),
        number(row, "t_score"),
        row.getString("zone"),
        row.getString("reading"));
  }

  private static @Nullable Double number(ResultSet row, String column) throws SQLException {
    double value = row.getDouble(column);
    return row.wasNull() ? null : value;
  }
}
