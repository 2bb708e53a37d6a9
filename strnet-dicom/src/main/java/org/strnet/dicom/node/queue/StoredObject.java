package org.strnet.dicom.node.queue;

import java.util.Objects;

/**
 * An object in the folder.
 *
 * @param sopInstanceUid its SOP Instance UID
 * @param pixelHash SHA-256 of its encoded pixels, in hexadecimal
 * @param sopClassUid its SOP class
 * @param fileName its name in {@code objects/}, a hash that tells nothing of the patient
 * @param bytes size of the file
 */
public record StoredObject(
    String sopInstanceUid, String pixelHash, String sopClassUid, String fileName, long bytes) {

  /** Checks that all are there. */
  public StoredObject {
    Objects.requireNonNull(sopInstanceUid);
    Objects.requireNonNull(pixelHash);
    Objects.requireNonNull(sopClassUid);
    Objects.requireNonNull(fileName);
  }
}
