package org.strnet.network;

/** Which heads the clinical variables enter. */
public enum ClinicalHeads {
  /** The T-score head only, as in the STR-Net paper. */
  T_SCORE("t-score"),
  /** All three heads. */
  ALL("all");

  private final String code;

  ClinicalHeads(String code) {
    this.code = code;
  }

  /** As written in configuration and bundle. */
  public String code() {
    return code;
  }
}
