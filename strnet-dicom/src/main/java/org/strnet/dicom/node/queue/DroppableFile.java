package org.strnet.dicom.node.queue;

import java.util.Objects;

/**
 * A file that is no longer needed.
 *
 * @param id of its row
 * @param fileName in its folder
 */
public record DroppableFile(long id, String fileName) {

  /** Checks that the name is there. */
  public DroppableFile {
    Objects.requireNonNull(fileName);
  }
}
