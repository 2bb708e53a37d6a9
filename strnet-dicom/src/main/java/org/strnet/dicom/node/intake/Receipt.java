package org.strnet.dicom.node.intake;

import java.util.Objects;
import org.strnet.dicom.node.queue.Admission;

/**
 * An object was taken and is safely on disk.
 *
 * @param admission what the queue says to it: new, or known before
 * @param object which object it is
 */
public record Receipt(Admission admission, ObjectName object) {

  /** Checks that both are there. */
  public Receipt {
    Objects.requireNonNull(admission);
    Objects.requireNonNull(object);
  }
}
