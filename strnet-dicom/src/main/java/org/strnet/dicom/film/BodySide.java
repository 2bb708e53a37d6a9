package org.strnet.dicom.film;

/** Side of the body (PS3.3 C.7.6.1.1.1, Image Laterality). */
public enum BodySide {
  /** The patient's right. */
  RIGHT("R"),
  /** The patient's left. */
  LEFT("L"),
  /** Both sides on one film. */
  BOTH("B");

  private final String code;

  BodySide(String code) {
    this.code = code;
  }

  /** The value of Laterality and Image Laterality. */
  public String code() {
    return code;
  }
}
