package org.strnet.radiograph;

import java.util.Objects;

/**
 * Why a film cannot be assessed: a result, not a failure.
 *
 * @param reason the coded reason
 * @param detail one sentence for a reader, with the found value; never patient data
 */
public record NotAssessable(Reason reason, String detail) {

  /** The coded reasons, stable across versions: they stand in reports and tables. */
  public enum Reason {
    /** The file has no bytes. */
    EMPTY_FILE,
    /** The bytes are none of PNG, JPEG or TIFF. */
    NOT_AN_IMAGE,
    /** The image ends before its last pixel, or its data are damaged. */
    DAMAGED_IMAGE,
    /** More pixels are declared than a radiograph has. */
    TOO_MANY_PIXELS,
    /** Too few pixels to see bone. */
    TOO_FEW_PIXELS,
    /** Colours: a photograph or a screenshot, not a radiograph. */
    COLOUR_IMAGE,
    /** One grey value, or nearly. */
    NO_CONTRAST,
    /** No tibio-femoral joint in antero-posterior view was found. */
    NO_KNEE,
    /** Too little of the knee lies on the film. */
    KNEE_CUT_OFF,
    /** The knee does not look like those the network was trained on. */
    OUT_OF_DISTRIBUTION
  }

  /** Checks that both parts are there. */
  public NotAssessable {
    Objects.requireNonNull(reason);
    Objects.requireNonNull(detail);
  }
}
