package org.strnet.dicom.node.scan;

import java.io.IOException;

/** The bytes are no DICOM object. The message says what was found where, never a value. */
public final class MalformedObjectException extends IOException {

  private static final long serialVersionUID = 1L;

  /**
   * @param message rule and found value
   */
  public MalformedObjectException(String message) {
    super(message);
  }
}
