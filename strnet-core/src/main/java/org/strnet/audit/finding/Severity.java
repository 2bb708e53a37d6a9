package org.strnet.audit.finding;

import java.util.Locale;

/** How much a finding weighs, the heaviest first. */
public enum Severity {
  /** A study of this cohort cannot be believed until it is mended. */
  FAULT("Faults: a study of this cohort cannot be believed until these are mended"),
  /** May bend a study; someone has to look. */
  CAUTION("Cautions: these may bend a study; someone has to look"),
  /** To be known, nothing to mend. */
  NOTE("Notes: to be known when results are read");

  private final String heading;

  Severity(String heading) {
    this.heading = heading;
  }

  /** What stands above findings of this weight. */
  public String heading() {
    return heading;
  }

  /** As written in {@code audit.json}; stable. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
