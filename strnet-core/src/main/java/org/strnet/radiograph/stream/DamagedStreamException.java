package org.strnet.radiograph.stream;

/**
 * A compressed stream is damaged, truncated, contradicts the object around it or uses what is not
 * supported. The message gives the rule and the found value.
 */
public final class DamagedStreamException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * @param rule what must hold, and the found value
   */
  public DamagedStreamException(String rule) {
    super(rule);
  }

  /** The same with the failure that revealed it. */
  public DamagedStreamException(String rule, Throwable cause) {
    super(rule, cause);
  }
}
