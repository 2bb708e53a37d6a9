package org.strnet.dicom.node.queue;

import java.util.Objects;

/**
 * An object that a worker has.
 *
 * @param id its row
 * @param fileName its file in {@code objects/}
 * @param failures how often processing it has failed before
 */
public record ClaimedObject(long id, String fileName, int failures) {

  /** Checks that the name is there. */
  public ClaimedObject {
    Objects.requireNonNull(fileName);
  }
}
