package org.strnet.dicom.codec;

/**
 * A frame cannot be decoded: it is damaged, truncated, contradicts the object around it or uses
 * what is not supported. The message gives the transfer syntax, the rule and the found value, and
 * nothing of the patient.
 */
public final class DamagedFrameException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * @param syntax of the frame
   * @param rule what must hold, and the found value
   */
  public DamagedFrameException(TransferSyntax syntax, String rule) {
    super(syntax + ": " + rule);
  }

  /** The same with the failure that revealed it. */
  public DamagedFrameException(TransferSyntax syntax, String rule, Throwable cause) {
    super(syntax + ": " + rule, cause);
  }
}
