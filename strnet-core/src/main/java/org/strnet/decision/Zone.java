package org.strnet.decision;

import java.util.Arrays;
import java.util.Optional;

/**
 * Where a film stands in a three-zone reading. There is no "negative": bone loss is not ruled out
 * in any of them.
 */
public enum Zone {
  /** Above the zone in which films without bone loss are common. */
  FLAG("flag"),
  /** Neither: the film alone does not say enough at the levels that were asked for. */
  GREY("grey"),
  /** Below the zone in which films with bone loss are common; bone loss is not ruled out. */
  NO_FLAG("no_flag");

  private final String code;

  Zone(String code) {
    this.code = code;
  }

  /** As written in JSON and CSV. */
  public String code() {
    return code;
  }

  /** The zone of a code, if it is one. */
  public static Optional<Zone> ofCode(String code) {
    return Arrays.stream(values()).filter(zone -> zone.code.equals(code)).findFirst();
  }
}
