package org.strnet.dicom.node.intake;

import java.util.Objects;

/**
 * Which object was spoken of.
 *
 * @param sopClassUid its SOP class
 * @param sopInstanceUid its SOP Instance UID
 */
public record ObjectName(String sopClassUid, String sopInstanceUid) {

  /** Checks that both are there. */
  public ObjectName {
    Objects.requireNonNull(sopClassUid);
    Objects.requireNonNull(sopInstanceUid);
  }
}
