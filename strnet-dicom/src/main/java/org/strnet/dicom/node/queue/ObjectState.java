package org.strnet.dicom.node.queue;

/** Where an object stands. The codes are stored. */
public enum ObjectState {
  /** On disk, acknowledged, not begun. */
  RECEIVED("received"),
  /** A worker has it. */
  PROCESSING("processing"),
  /** Its results are on disk. */
  PROCESSED("processed"),
  /** It was tried as often as allowed; nothing more is done. */
  FAILED("failed"),
  /** Nothing is to be done with it, such as a result of our own that came back. */
  IGNORED("ignored");

  private final String code;

  ObjectState(String code) {
    this.code = code;
  }

  /** The word in the database and in the metrics. */
  public String code() {
    return code;
  }
}
