package org.strnet.dicom.result.sr;

import java.util.Objects;

/**
 * A coded concept (PS3.3, 8.8). Two codes are equal when value and scheme are.
 *
 * @param value code value
 * @param scheme coding scheme designator, 1 to 16 characters
 * @param meaning for a reader, 1 to 64 characters
 */
public record Code(String value, String scheme, String meaning) {

  private static final int LONGEST_MEANING = 64;

  /** Checks lengths. */
  public Code {
    if (value.isEmpty() || scheme.isEmpty() || scheme.length() > 16) {
      throw new IllegalArgumentException(
          "a code has a value and a scheme of 1 to 16 characters, found %s, %s"
              .formatted(value, scheme));
    }
    if (meaning.isEmpty() || meaning.length() > LONGEST_MEANING) {
      throw new IllegalArgumentException(
          "a code's meaning has 1 to %d characters, found %s".formatted(LONGEST_MEANING, meaning));
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Code code && value.equals(code.value) && scheme.equals(code.scheme);
  }

  @Override
  public int hashCode() {
    return Objects.hash(value, scheme);
  }
}
