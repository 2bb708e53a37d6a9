package org.strnet.server.reading;

/**
 * A result is of another bundle or operating point than the server has now: it has no documents.
 */
public final class OtherModelException extends IllegalStateException {

  private static final long serialVersionUID = 1L;

  OtherModelException() {
    super(
        "This result was made with another bundle or operating point than the server has now:"
            + " score the film again first.");
  }
}
