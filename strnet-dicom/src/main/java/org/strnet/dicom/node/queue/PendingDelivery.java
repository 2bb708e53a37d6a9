package org.strnet.dicom.node.queue;

import java.util.Objects;
import org.strnet.dicom.result.ResultKind;

/**
 * A result that one destination does not hold yet.
 *
 * @param id its row
 * @param kind what the result is
 * @param sopClassUid its SOP class
 * @param sopInstanceUid its identity
 * @param fileName its file in {@code results/}
 * @param attempts how often it was sent before
 * @param inDoubt whether it was sent before without an answer that was noted
 */
public record PendingDelivery(
    long id,
    ResultKind kind,
    String sopClassUid,
    String sopInstanceUid,
    String fileName,
    int attempts,
    boolean inDoubt) {

  /** Checks that all are there. */
  public PendingDelivery {
    Objects.requireNonNull(kind);
    Objects.requireNonNull(sopClassUid);
    Objects.requireNonNull(sopInstanceUid);
    Objects.requireNonNull(fileName);
  }
}
