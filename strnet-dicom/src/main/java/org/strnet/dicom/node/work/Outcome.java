package org.strnet.dicom.node.work;

/** What came of an object. The codes are stored. */
public enum Outcome {
  /** It was screened. */
  ASSESSED("assessed"),
  /** It could not be assessed, for a coded reason: a result as well. */
  NOT_ASSESSABLE("not_assessable"),
  /** It could not be processed. */
  FAILED("failed"),
  /** Nothing is to be done with it, such as a result of our own that came back. */
  IGNORED("ignored");

  private final String code;

  Outcome(String code) {
    this.code = code;
  }

  /** The word in the database and in metrics. */
  public String code() {
    return code;
  }
}
