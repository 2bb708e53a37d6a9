package org.strnet.server.reading;

/** Somebody acted on a state of a film that is no longer the current one; nothing was changed. */
public final class StaleVersionException extends RuntimeException {

  private static final long serialVersionUID = 1;

  StaleVersionException() {
    super(
        "This film was changed since the page was opened, by somebody else or by a new result."
            + " Nothing was done. What you see now is current: look again, then decide.");
  }
}
