package org.strnet.server.film;

/** How a film came. The names are stored. */
public enum FilmSource {
  /** By C-STORE, STOW-RS, a pull or a watched folder. */
  NODE,
  /** Dropped on the upload page or sent to the REST interface. */
  UPLOAD
}
