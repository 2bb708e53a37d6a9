package org.strnet.dicom.sealing;

/** A file is not what was sealed under its name with this key. */
public final class BrokenSealException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  BrokenSealException(String message, Throwable cause) {
    super(message, cause);
  }

  BrokenSealException(String message) {
    super(message);
  }
}
