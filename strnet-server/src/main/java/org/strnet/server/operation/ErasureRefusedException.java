package org.strnet.server.operation;

/** Something is not deleted now; the message is for the person who asked. */
public final class ErasureRefusedException extends RuntimeException {

  /**
   * @param message a sentence
   */
  public ErasureRefusedException(String message) {
    super(message);
  }
}
