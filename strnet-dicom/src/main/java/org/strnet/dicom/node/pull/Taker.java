package org.strnet.dicom.node.pull;

import java.io.IOException;
import java.io.InputStream;
import org.strnet.dicom.node.intake.IntakeException;

/** What takes a fetched object. */
interface Taker {

  /**
   * Returns when the object is safely on disk.
   *
   * @param object a file after PS3.10
   */
  void take(InputStream object) throws IntakeException, IOException;
}
