package org.strnet.dicom.node.queue;

/** What the queue says to an object that is safely on disk. */
public enum Admission {
  /** Unknown until now; it will be processed. */
  NEW,
  /** The same SOP Instance UID and pixels were received before; it is not processed again. */
  KNOWN,
  /** The SOP Instance UID is known with other pixels; the first object stays. */
  CONFLICT
}
