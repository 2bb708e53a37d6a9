package org.strnet.server.quality.monitoring;

import java.time.LocalDate;
import java.util.Objects;

/**
 * What an alarm is of. An alarm that comes again after its cause was gone has another beginning,
 * and so is another condition.
 *
 * @param kind of the stream
 * @param stream its name
 * @param subject what changed
 * @param began the day it is dated to
 */
public record AlarmCondition(
    FilmStream.Kind kind, String stream, Subject subject, LocalDate began) {

  /** What may change. */
  public enum Subject {
    /** More films are referred. */
    REFERRALS_UP,
    /** Fewer films are referred. */
    REFERRALS_DOWN,
    /** More films are not assessable. */
    REFUSALS_UP,
    /** Scores differ from the reference. */
    SCORES
  }

  /** Checks that all are there. */
  public AlarmCondition {
    Objects.requireNonNull(kind);
    Objects.requireNonNull(stream);
    Objects.requireNonNull(subject);
    Objects.requireNonNull(began);
  }
}
