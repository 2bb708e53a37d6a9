package org.strnet.server.api;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a page of films ends: the next begins behind this film, whatever arrives meanwhile.
 *
 * @param arrivedAt of the last film given
 * @param filmId of the last film given
 */
record FilmCursor(Instant arrivedAt, String filmId) {

  private static final Pattern FORM = Pattern.compile("([^|]{1,40})\\|([0-9a-f-]{36})");

  FilmCursor {
    Objects.requireNonNull(arrivedAt);
    Objects.requireNonNull(filmId);
  }

  /** As it stands in an address; opaque to callers. */
  String text() {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString((arrivedAt + "|" + filmId).getBytes(StandardCharsets.US_ASCII));
  }

  /**
   * Reads one that was given out before.
   *
   * @throws ProblemException when it was not
   */
  static FilmCursor parse(String text) {
    try {
      String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII);
      Matcher parts = FORM.matcher(plain);
      if (parts.matches()) {
        return new FilmCursor(Instant.parse(parts.group(1)), parts.group(2));
      }
    } catch (IllegalArgumentException | DateTimeException e) {
      // Said below.
    }
    throw new ProblemException(Problem.INVALID_REQUEST, "cursor: not one that was given out");
  }
}
