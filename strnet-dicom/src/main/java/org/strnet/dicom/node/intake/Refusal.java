package org.strnet.dicom.node.intake;

/** Why an object is not taken, with the status of PS3.4, table B.2-1 (PS3.18 uses the same). */
public enum Refusal {
  /** The disk is full, or less is free than the configured floor. */
  OUT_OF_SPACE(0xA700, "out_of_space"),
  /** More objects wait than allowed. */
  BEHIND(0xA700, "behind"),
  /** The object is longer than allowed. */
  TOO_LARGE(0xA700, "too_large"),
  /** Disk or database do not answer now. */
  UNAVAILABLE(0xA700, "unavailable"),
  /** The node is closing. */
  CLOSING(0xA700, "closing"),
  /** The bytes are no DICOM object. */
  UNREADABLE(0xC000, "unreadable"),
  /** Data set and request speak of different objects. */
  MISMATCH(0xA900, "mismatch"),
  /** The SOP class is not accepted. */
  SOP_CLASS(0x0122, "sop_class"),
  /** The transfer syntax is not accepted. */
  TRANSFER_SYNTAX(0xC122, "transfer_syntax"),
  /** The SOP Instance UID is known with other pixels. Success would be a promise to keep them. */
  CONFLICT(0x0111, "conflict");

  private final int status;
  private final String code;

  Refusal(int status, String code) {
    this.status = status;
    this.code = code;
  }

  /** The DIMSE status, also the failure reason of a STOW-RS response. */
  public int status() {
    return status;
  }

  /** The word in metrics. */
  public String code() {
    return code;
  }

  /** Whether the same object may be taken later. */
  public boolean isTransient() {
    return this == OUT_OF_SPACE || this == BEHIND || this == UNAVAILABLE || this == CLOSING;
  }
}
