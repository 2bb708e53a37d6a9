package org.strnet.server.screening;

import java.util.Objects;
import org.strnet.server.film.FilmState;

/**
 * A film came or went on.
 *
 * @param filmId of the film
 * @param state how far it is now
 */
public record FilmChanged(String filmId, FilmState state) {

  /** Checks that both are there. */
  public FilmChanged {
    Objects.requireNonNull(filmId);
    Objects.requireNonNull(state);
  }
}
