package org.strnet.phantom;

/** How a film shows the knee; drawn without regard to the bone. */
public enum FilmFraming {
  /** A tall narrow strip with much of thigh and calf. */
  STRIP("strip"),
  /** One knee, upright, often with black bars. */
  PORTRAIT("portrait"),
  /** One knee somewhere on a wide film. */
  WIDE("wide"),
  /** Both knees side by side. */
  BOTH_KNEES("both_knees");

  private final String code;

  FilmFraming(String code) {
    this.code = code;
  }

  /** As written in the cohort file. */
  public String code() {
    return code;
  }
}
