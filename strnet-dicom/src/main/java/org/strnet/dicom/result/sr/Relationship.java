package org.strnet.dicom.result.sr;

/** How a content item stands to the one above it (PS3.3, C.17.3.2.4). */
public enum Relationship {
  /** The root has nothing above it. */
  NONE(""),
  /** Part of a container. */
  CONTAINS("CONTAINS"),
  /** Says who or what observed. */
  HAS_OBS_CONTEXT("HAS OBS CONTEXT"),
  /** Says under which conditions the image was made. */
  HAS_ACQ_CONTEXT("HAS ACQ CONTEXT"),
  /** Modifies the concept. */
  HAS_CONCEPT_MOD("HAS CONCEPT MOD"),
  /** A property of the value. */
  HAS_PROPERTIES("HAS PROPERTIES"),
  /** What the value was concluded from. */
  INFERRED_FROM("INFERRED FROM");

  private final String code;

  Relationship(String code) {
    this.code = code;
  }

  /** Relationship Type (0040,A010). */
  public String code() {
    return code;
  }
}
