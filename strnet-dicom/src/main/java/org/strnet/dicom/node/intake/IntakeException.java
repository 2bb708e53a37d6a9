package org.strnet.dicom.node.intake;

import java.util.Objects;

/** An object is not taken. The message holds no patient data. */
public final class IntakeException extends Exception {

  private static final long serialVersionUID = 1L;

  private final Refusal refusal;

  /**
   * @param refusal why
   * @param message rule and found value
   */
  public IntakeException(Refusal refusal, String message) {
    super(message);
    this.refusal = Objects.requireNonNull(refusal);
  }

  /** The same with its cause. */
  public IntakeException(Refusal refusal, String message, Throwable cause) {
    super(message, cause);
    this.refusal = Objects.requireNonNull(refusal);
  }

  /** Why. */
  public Refusal refusal() {
    return refusal;
  }
}
