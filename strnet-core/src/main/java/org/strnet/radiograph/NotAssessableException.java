package org.strnet.radiograph;

import org.strnet.provenance.BadInputException;

/**
 * Carries a {@link NotAssessable} out of reading or looking at one film to whoever keeps the batch
 * going.
 */
public final class NotAssessableException extends BadInputException {

  private static final long serialVersionUID = 1L;

  private final transient NotAssessable notAssessable;

  /**
   * @param source the film's file name
   * @param notAssessable why it cannot be assessed
   */
  public NotAssessableException(String source, NotAssessable notAssessable) {
    super(source, notAssessable.detail());
    this.notAssessable = notAssessable;
  }

  /** Why the film cannot be assessed. */
  public NotAssessable notAssessable() {
    return notAssessable;
  }
}
