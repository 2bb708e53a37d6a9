package org.strnet.dicom.node.database;

/** The database or its disk does not answer now; the same call may succeed later. */
public final class QueueUnavailableException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * @param message what could not be done; never patient data
   * @param cause what the database or the disk said
   */
  public QueueUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
