package org.strnet.dicom.result.series;

import org.aoju.bus.image.UID;

/** The SOP classes of our objects, and how the series of each is called. */
public enum ResultClass {
  /** Comprehensive SR. */
  COMPREHENSIVE_SR(UID.ComprehensiveSRStorage, "SR", 9801, "structured report"),
  /** Secondary Capture Image. */
  SECONDARY_CAPTURE(UID.SecondaryCaptureImageStorage, "OT", 9802, "result page"),
  /** Encapsulated PDF. */
  ENCAPSULATED_PDF(UID.EncapsulatedPDFStorage, "DOC", 9803, "result PDF"),
  /** Grayscale Softcopy Presentation State. */
  GRAYSCALE_PRESENTATION(UID.GrayscaleSoftcopyPresentationStateStorage, "PR", 9804, "knees marked");

  private final String uid;
  private final String modality;
  private final int seriesNumber;
  private final String description;

  ResultClass(String uid, String modality, int seriesNumber, String description) {
    this.uid = uid;
    this.modality = modality;
    this.seriesNumber = seriesNumber;
    this.description = description;
  }

  /** SOP Class UID. */
  public String uid() {
    return uid;
  }

  /** Modality (0008,0060). */
  public String modality() {
    return modality;
  }

  /** Series Number (0020,0011); high, so that it follows the modality's own. */
  public int seriesNumber() {
    return seriesNumber;
  }

  /** Series Description (0008,103E). */
  public String seriesDescription() {
    return ResultMark.NAME + " " + description + " (research use)";
  }
}
