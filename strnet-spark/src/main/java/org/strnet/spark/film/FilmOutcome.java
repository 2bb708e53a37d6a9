package org.strnet.spark.film;

import java.util.Locale;

/** What came of a film of an archive. */
public enum FilmOutcome {
  /** At least one knee was scored. */
  ASSESSED,
  /** It cannot be assessed; the reason says why. */
  NOT_ASSESSABLE,
  /** Reading it failed, or the program did. */
  FAILED,
  /** A copy of another film, which has the result. */
  DUPLICATE,
  /** Put off until it can run alone: only while a batch is under way, never in results. */
  PUT_OFF;

  /** As written in the results. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
