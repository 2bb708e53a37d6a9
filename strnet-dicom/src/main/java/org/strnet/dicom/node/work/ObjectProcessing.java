package org.strnet.dicom.node.work;

/** What is done with one received object. Called from several threads at once. */
public interface ObjectProcessing {

  /**
   * Processes one object. The same object gives results with the same SOP Instance UIDs, so that
   * one that was processed twice after a crash is stored once by its destinations. An exception is
   * a failed attempt; what cannot be assessed is a result.
   *
   * @param object bytes of a file after PS3.10, not to be changed
   */
  ProcessedObject process(byte[] object);
}
