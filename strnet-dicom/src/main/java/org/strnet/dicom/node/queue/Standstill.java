package org.strnet.dicom.node.queue;

import java.util.Objects;

/**
 * Work that goes no further by itself.
 *
 * @param destination that refused results; empty where objects could not be processed
 * @param reason code or message, without patient data
 * @param count how many
 */
public record Standstill(String destination, String reason, long count) {

  /** Checks that all are there. */
  public Standstill {
    Objects.requireNonNull(destination);
    Objects.requireNonNull(reason);
  }
}
