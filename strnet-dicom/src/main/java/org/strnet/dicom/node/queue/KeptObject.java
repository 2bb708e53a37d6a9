package org.strnet.dicom.node.queue;

import java.nio.file.Path;
import java.util.Objects;

/**
 * An object that the node is done with and still has.
 *
 * @param id of its row
 * @param sopInstanceUid its UID
 * @param file where its bytes are, sealed where the node seals
 * @param processed whether something came of it; else it was tried as often as allowed
 */
public record KeptObject(long id, String sopInstanceUid, Path file, boolean processed) {

  /** Checks that all are there. */
  public KeptObject {
    Objects.requireNonNull(sopInstanceUid);
    Objects.requireNonNull(file);
  }
}
