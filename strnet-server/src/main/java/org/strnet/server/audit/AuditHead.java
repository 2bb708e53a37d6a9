package org.strnet.server.audit;

import java.util.Objects;

/**
 * The end of the chain.
 *
 * @param number of the last entry; 0 where there is none
 * @param hash of the last entry
 */
public record AuditHead(long number, String hash) {

  /** Checks the number. */
  public AuditHead {
    Objects.requireNonNull(hash);
    if (number < 0) {
      throw new IllegalArgumentException("a number of entries, found " + number);
    }
  }
}
