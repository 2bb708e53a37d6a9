package org.strnet.audit.finding;

import java.util.List;
import java.util.Objects;

/**
 * What one check found.
 *
 * @param check which
 * @param severity how much it weighs
 * @param title what was found, a sentence for a reader
 * @param why why it matters
 * @param action what to do
 * @param evidence where, in the order of the cohort's rows
 */
public record Finding(
    Check check,
    Severity severity,
    String title,
    String why,
    String action,
    List<Evidence> evidence) {

  /** Copies the list. */
  public Finding {
    Objects.requireNonNull(check);
    Objects.requireNonNull(severity);
    Objects.requireNonNull(title);
    Objects.requireNonNull(why);
    Objects.requireNonNull(action);
    evidence = List.copyOf(evidence);
  }
}
