package org.strnet.dicom.result;

/** The kinds of objects that carry a result. */
public enum ResultKind {
  /** Comprehensive SR after TID 1500. */
  STRUCTURED_REPORT("sr"),
  /** A page as Secondary Capture, for viewers that show no SR. */
  PAGE("page"),
  /** The page's content as Encapsulated PDF. */
  PDF("pdf"),
  /** Grayscale Softcopy Presentation State that marks the knees on the film. */
  PRESENTATION_STATE("gsps");

  private final String code;

  ResultKind(String code) {
    this.code = code;
  }

  /** The word in configuration files. */
  public String code() {
    return code;
  }
}
