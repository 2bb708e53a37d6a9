package org.strnet.server.fhir;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;

/**
 * Where a page of a search goes on.
 *
 * @param arrivedAt of the film
 * @param filmId of the film
 * @param given how many of the film's resources were given already
 */
record SearchCursor(Instant arrivedAt, String filmId, int given) {

  private static final Pattern FORM =
      Pattern.compile("([^|]{1,40})\\|([0-9a-f-]{36})\\|([0-9]{1,4})");

  SearchCursor {
    Objects.requireNonNull(arrivedAt);
    Objects.requireNonNull(filmId);
  }

  /** As it stands in an address; opaque to callers. */
  String text() {
    String plain = arrivedAt + "|" + filmId + "|" + given;
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(plain.getBytes(StandardCharsets.US_ASCII));
  }

  /**
   * Reads one that was given out before.
   *
   * @throws FhirException when it was not
   */
  static SearchCursor parse(String text) {
    try {
      Matcher parts =
          FORM.matcher(new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII));
      if (parts.matches()) {
        return new SearchCursor(
            Instant.parse(parts.group(1)), parts.group(2), Integer.parseInt(parts.group(3)));
      }
    } catch (IllegalArgumentException | DateTimeException e) {
      // Said below.
    }
    throw new FhirException(400, IssueType.INVALID, "_cursor: not one that was given out");
  }
}
