package org.strnet.network;

/** The arithmetic in which STR-Net's backbone runs. */
public enum Precision {
  /** 32-bit floating point, as it was trained and calibrated. */
  FLOAT32("float32"),
  /** 8-bit integers: faster, and a little off. */
  INT8("int8");

  private final String code;

  Precision(String code) {
    this.code = code;
  }

  /** Its name in files and on the command line. */
  public String code() {
    return code;
  }
}
