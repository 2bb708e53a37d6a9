package org.strnet.server.reading;

import java.util.Arrays;

/** What a radiologist says of a result. The codes are stored. */
public enum ReadingAction {
  /** The result stands. */
  CONFIRM("confirmed"),
  /** The opposite of what the result says, or a decision where it says none. */
  OVERRULE("overruled"),
  /** The film should not have been assessed. */
  NOT_ASSESSABLE("not_assessable");

  private final String code;

  ReadingAction(String code) {
    this.code = code;
  }

  /** As stored with the film, and in the audit log after {@code film.}. */
  public String code() {
    return code;
  }

  /** The action of a stored code. */
  static ReadingAction ofCode(String code) {
    return Arrays.stream(values())
        .filter(action -> action.code.equals(code))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no action has the code " + code));
  }
}
