package org.strnet.dicom.film;

import java.util.Objects;

/**
 * One item of a code sequence (PS3.3 section 8).
 *
 * @param value Code Value (0008,0100)
 * @param scheme Coding Scheme Designator (0008,0102), such as SCT
 */
public record CodedEntry(String value, String scheme) {

  /** Checks that both are there. */
  public CodedEntry {
    Objects.requireNonNull(value);
    Objects.requireNonNull(scheme);
  }
}
