package org.strnet.decision;

/**
 * What the screening says of an assessed film. There is no "negative": bone loss is not ruled out.
 */
public enum Decision {
  /** The probability of bone loss reaches the threshold: refer for densitometry. */
  REFER("refer"),
  /** It does not reach the threshold; bone loss is not ruled out. */
  NOT_FLAGGED("not_flagged");

  private final String code;

  Decision(String code) {
    this.code = code;
  }

  /** As written in JSON and CSV. */
  public String code() {
    return code;
  }
}
