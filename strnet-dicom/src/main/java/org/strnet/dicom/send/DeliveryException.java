package org.strnet.dicom.send;

/** A result was not stored by its destination. */
public final class DeliveryException extends Exception {

  private static final long serialVersionUID = 1L;

  private final boolean worthAnotherTry;

  /**
   * @param message rule and found value; never patient data
   * @param worthAnotherTry whether the same object may be stored later: not where the destination
   *     refuses the object itself
   */
  public DeliveryException(String message, boolean worthAnotherTry) {
    super(message);
    this.worthAnotherTry = worthAnotherTry;
  }

  /** The same with its cause. */
  public DeliveryException(String message, boolean worthAnotherTry, Throwable cause) {
    super(message, cause);
    this.worthAnotherTry = worthAnotherTry;
  }

  /** Whether the same object may be stored later. */
  public boolean isWorthAnotherTry() {
    return worthAnotherTry;
  }
}
