package org.strnet.dicom.result.sr;

/** What a content item holds (PS3.3, C.17.3.2.1), as far as our reports use it. */
public enum ValueType {
  /** Other items. */
  CONTAINER,
  /** A code. */
  CODE,
  /** Text. */
  TEXT,
  /** A number with its unit. */
  NUM,
  /** A UID. */
  UIDREF,
  /** A date, as DICOM writes it. */
  DATE,
  /** A time, as DICOM writes it. */
  TIME,
  /** A reference to an image. */
  IMAGE
}
