package org.strnet.server.account;

/** A change of an account that is not made; the message is for the person who asked. */
public final class RefusedChangeException extends RuntimeException {

  /**
   * @param message a sentence
   */
  public RefusedChangeException(String message) {
    super(message);
  }
}
