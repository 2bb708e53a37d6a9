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
 * @param part of the search
 * @param at when its film arrived, or its densitometry was entered
 * @param id of the film or the densitometry
 * @param given how many of the film's resources were given already
 */
record SearchCursor(Part part, Instant at, String id, int given) {

  /** What a search gives, one after the other. */
  enum Part {
    /** What films become. */
    FILMS(""),
    /** Reference T-scores. */
    DENSITOMETRY("d|");

    private final String mark;

    Part(String mark) {
      this.mark = mark;
    }
  }

  private static final Pattern FORM =
      Pattern.compile("(d\\|)?([^|]{1,40})\\|([0-9a-f-]{36})\\|([0-9]{1,4})");

  SearchCursor {
    Objects.requireNonNull(part);
    Objects.requireNonNull(at);
    Objects.requireNonNull(id);
  }

  /** As it stands in an address; opaque to callers. */
  String text() {
    String plain = part.mark + at + "|" + id + "|" + given;
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
            parts.group(1) == null ? Part.FILMS : Part.DENSITOMETRY,
            Instant.parse(parts.group(2)),
            parts.group(3),
            Integer.parseInt(parts.group(4)));
      }
    } catch (IllegalArgumentException | DateTimeException e) {
      // Said below.
    }
    throw new FhirException(400, IssueType.INVALID, "_cursor: not one that was given out");
  }
}
