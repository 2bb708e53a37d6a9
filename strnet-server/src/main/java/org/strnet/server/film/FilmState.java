package org.strnet.server.film;

/** How far a film has come. The names are stored. */
public enum FilmState {
  /** Safely on disk, waiting. */
  RECEIVED,
  /** Being screened. */
  SCREENING,
  /** Has a result. */
  DONE
}
