package org.strnet.server.worklist;

import java.util.Locale;
import java.util.Optional;

/** What the list is ordered by. Films of which it is not known stand last in either direction. */
public enum WorklistSort {
  /** When they came. */
  ARRIVED("arrived_at", false),
  /** When they were taken. */
  STUDY("study_date", true),
  /** How old the patient was. */
  AGE("age_years", true),
  /** The patient's identifier. */
  PATIENT("patient_id", false),
  /** The probability of bone loss. */
  PROBABILITY("bone_loss", true);

  private final String column;
  private final boolean mayBeUnknown;

  WorklistSort(String column, boolean mayBeUnknown) {
    this.column = column;
    this.mayBeUnknown = mayBeUnknown;
  }

  /** What it is called in addresses. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  String column() {
    return column;
  }

  boolean mayBeUnknown() {
    return mayBeUnknown;
  }

  /** The order of a code, if it is one. */
  public static Optional<WorklistSort> of(String code) {
    for (WorklistSort sort : values()) {
      if (sort.code().equals(code)) {
        return Optional.of(sort);
      }
    }
    return Optional.empty();
  }
}
