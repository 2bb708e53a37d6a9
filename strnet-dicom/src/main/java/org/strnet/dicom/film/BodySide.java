package org.strnet.dicom.film;

import java.util.Optional;

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

  /** The side of a value of Laterality or Image Laterality, if it is one. */
  public static Optional<BodySide> of(String code) {
    for (BodySide side : values()) {
      if (side.code.equals(code)) {
        return Optional.of(side);
      }
    }
    return Optional.empty();
  }
}
