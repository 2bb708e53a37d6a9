package org.strnet.dicom.result.content;

/** What kind of result a reader should see at once. */
public enum Tone {
  /** At least one knee is to be referred. */
  REFER,
  /** No knee reached the threshold. */
  NOT_FLAGGED,
  /** The film cannot be assessed. */
  NOT_ASSESSABLE,
  /** Processing failed. */
  FAILED
}
