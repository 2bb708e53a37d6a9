package org.strnet.training.parallel;

/** A worker ended, or could not be reached, while others counted on it. */
public final class WorkerLostException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** What happened. */
  public WorkerLostException(String message) {
    super(message);
  }

  WorkerLostException(String message, Throwable cause) {
    super(message, cause);
  }
}
