package org.strnet.server.quality.monitoring;

import java.time.Instant;
import java.util.Objects;

/**
 * Somebody has seen an alarm.
 *
 * @param condition what it was of
 * @param urgent whether it held then; a lesser one that is acknowledged may still become urgent
 * @param note what is made of it, 1 to {@value #LONGEST_NOTE} characters
 * @param madeAt when
 * @param madeBy the account's name
 */
public record Acknowledgement(
    AlarmCondition condition, boolean urgent, String note, Instant madeAt, String madeBy) {

  /** Longest note that is kept. */
  public static final int LONGEST_NOTE = 1024;

  /** Checks the note. */
  public Acknowledgement {
    Objects.requireNonNull(condition);
    Objects.requireNonNull(madeAt);
    Objects.requireNonNull(madeBy);
    note = note.strip();
    if (note.isEmpty() || note.length() > LONGEST_NOTE) {
      throw new IllegalArgumentException(
          "a note has 1 to %d characters, found %d".formatted(LONGEST_NOTE, note.length()));
    }
    if (note.indexOf('\0') >= 0) {
      throw new IllegalArgumentException("a note has no character of code 0");
    }
  }

  /** Whether nothing about an alarm is new since. */
  boolean covers(DriftAlarm alarm) {
    return condition.equals(alarm.condition()) && (urgent || !alarm.urgent());
  }
}
