package org.strnet.server.film;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** A film is in the register, and its file is not on the disk. The message can be shown. */
@ResponseStatus(HttpStatus.GONE)
public final class FilmGoneException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** What is said of such a film, wherever it is said. */
  public static final String WORDS =
      "The film's file is no longer on this server: it cannot be shown, scored again or sent.";

  FilmGoneException(Throwable cause) {
    super(WORDS, cause);
  }
}
