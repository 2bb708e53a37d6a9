package org.strnet.dicom.result;

import java.util.Objects;

/**
 * A result as a DICOM object.
 *
 * @param kind what it is
 * @param sopClassUid its SOP class
 * @param sopInstanceUid its identity; the same for the same film, bundle, result and kind
 * @param file the whole file after PS3.10, Explicit VR Little Endian; not copied, never changed
 */
public record ResultObject(
    ResultKind kind, String sopClassUid, String sopInstanceUid, byte[] file) {

  /** Checks that all are there. */
  public ResultObject {
    Objects.requireNonNull(kind);
    Objects.requireNonNull(sopClassUid);
    Objects.requireNonNull(sopInstanceUid);
    Objects.requireNonNull(file);
  }
}
