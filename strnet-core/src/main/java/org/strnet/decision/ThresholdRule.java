package org.strnet.decision;

/** How a threshold is chosen under a floor for sensitivity. */
public enum ThresholdRule {
  /** Highest specificity with sensitivity at or above the floor, as in the STR-Net paper. */
  POINT("point"),
  /**
   * Highest specificity with the one-sided 95 % lower limit of sensitivity at or above the floor.
   */
  LOWER_BOUND("lower-bound");

  private final String code;

  ThresholdRule(String code) {
    this.code = code;
  }

  /** As written in configuration and JSON. */
  public String code() {
    return code;
  }
}
