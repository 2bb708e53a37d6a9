package org.strnet.server.reading;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.strnet.decision.Decision;

/**
 * One thing that a radiologist said of one result; never changed afterwards.
 *
 * @param id random identifier
 * @param filmId of the film
 * @param resultId of the result that was seen
 * @param madeAt when
 * @param madeBy the account's name
 * @param action what was said
 * @param decision what holds for the film from now on; none where it is not assessable, and where a
 *     refusal was confirmed
 * @param reason in the reader's words, at most {@value #LONGEST_REASON} characters; required for
 *     all but a confirmation
 */
public record Reading(
    String id,
    String filmId,
    String resultId,
    Instant madeAt,
    String madeBy,
    ReadingAction action,
    Optional<Decision> decision,
    String reason) {

  /** Longest reason that is kept. */
  public static final int LONGEST_REASON = 1024;

  /** Checks that action, decision and reason fit each other. */
  public Reading {
    Objects.requireNonNull(id);
    Objects.requireNonNull(filmId);
    Objects.requireNonNull(resultId);
    Objects.requireNonNull(madeAt);
    Objects.requireNonNull(madeBy);
    reason = reason.strip();
    if (reason.length() > LONGEST_REASON) {
      throw new IllegalArgumentException(
          "a reason has at most %d characters, found %d"
              .formatted(LONGEST_REASON, reason.length()));
    }
    if (action != ReadingAction.CONFIRM && reason.isEmpty()) {
      throw new IllegalArgumentException("a reason is required");
    }
    if (action == ReadingAction.OVERRULE && decision.isEmpty()) {
      throw new IllegalArgumentException("who overrules says what holds instead");
    }
    if (action == ReadingAction.NOT_ASSESSABLE && decision.isPresent()) {
      throw new IllegalArgumentException("a film that is not assessable has no decision");
    }
  }
}
