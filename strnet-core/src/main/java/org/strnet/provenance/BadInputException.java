package org.strnet.provenance;

import java.util.Objects;

/**
 * The user's input breaks a rule: a cohort column is missing, a bundle's hash does not match, a
 * configuration key is unknown. The message names the source, the rule and the found value, so that
 * it can be shown as it is. Faults of the program itself are other exceptions.
 */
public class BadInputException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String source;

  /**
   * @param source the file, row or option the input came from
   * @param rule the rule and the value that breaks it, a sentence without a full stop
   */
  public BadInputException(String source, String rule) {
    super(source + ": " + rule);
    this.source = Objects.requireNonNull(source);
  }

  /** As {@link #BadInputException(String, String)}, keeping the failure that revealed it. */
  public BadInputException(String source, String rule, Throwable cause) {
    super(source + ": " + rule, cause);
    this.source = Objects.requireNonNull(source);
  }

  /** The file, row or option the input came from. */
  public String source() {
    return source;
  }
}
