package org.strnet.dicom.node.intake;

import java.util.Objects;
import java.util.Optional;

/** An object is not taken. The message holds no patient data. */
public final class IntakeException extends Exception {

  private static final long serialVersionUID = 1L;

  private final Refusal refusal;

  /** Not part of the state that serialisation keeps. */
  private final transient Optional<ObjectName> object;

  /**
   * @param refusal why
   * @param message rule and found value
   */
  public IntakeException(Refusal refusal, String message) {
    super(message);
    this.refusal = Objects.requireNonNull(refusal);
    object = Optional.empty();
  }

  /** The same with its cause. */
  public IntakeException(Refusal refusal, String message, Throwable cause) {
    super(message, cause);
    this.refusal = Objects.requireNonNull(refusal);
    object = Optional.empty();
  }

  private IntakeException(IntakeException refusal, ObjectName object) {
    super(refusal.getMessage(), refusal);
    this.refusal = refusal.refusal;
    this.object = Optional.of(object);
  }

  /** The same, of an object that was read far enough to be named. */
  IntakeException of(ObjectName named) {
    return new IntakeException(this, named);
  }

  /** Which object it was, where that is known. */
  public Optional<ObjectName> object() {
    return object;
  }

  /** Why. */
  public Refusal refusal() {
    return refusal;
  }
}
