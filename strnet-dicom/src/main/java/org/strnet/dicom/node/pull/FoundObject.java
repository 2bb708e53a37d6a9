package org.strnet.dicom.node.pull;

import java.util.Objects;

/**
 * An object in an archive.
 *
 * @param study its Study Instance UID
 * @param series its Series Instance UID
 * @param sopInstance its SOP Instance UID
 */
record FoundObject(String study, String series, String sopInstance) {

  FoundObject {
    Objects.requireNonNull(study);
    Objects.requireNonNull(series);
    Objects.requireNonNull(sopInstance);
  }
}
