package org.strnet.dicom.grayscale;

/** Which way round a film's values are read. */
public enum Reading {
  /** As the header says. */
  AS_STATED,
  /** The other way round, for a film whose header lies. */
  INVERTED
}
