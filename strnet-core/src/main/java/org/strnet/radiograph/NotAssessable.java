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
    OUT_OF_DISTRIBUTION,
    /** An object that is no radiograph for presentation: its class or its stage of processing. */
    WRONG_OBJECT_CLASS,
    /** Pixels in an encoding, a photometric interpretation or a depth that is not read. */
    UNSUPPORTED_ENCODING,
    /** The header says another part of the body. */
    WRONG_BODY_PART,
    /** The header says a view that is not frontal. */
    WRONG_VIEW,
    /**
     * What the header says of the side of the body is missing where it must be, or contradicts
     * itself.
     */
    LATERALITY_UNCLEAR,
    /** Younger than the classes of the WHO apply to, or than the site's limit. */
    AGE_BELOW_LIMIT,
    /** The age is not known where the site requires it. */
    AGE_UNKNOWN,
    /** Writing that may name the patient is burned into the pixels. */
    BURNED_IN_ANNOTATION,
    /** Metal or plaster over the knee. */
    IMPLANT_OR_CAST,
    /** Too little contrast, too much noise, or samples cut off at the ends of the range. */
    POOR_IMAGE_QUALITY,
    /** Bone is dark although the header says that it is bright, or the reverse. */
    WRONG_POLARITY
  }

  /** Checks that both parts are there. */
  public NotAssessable {
    Objects.requireNonNull(reason);
    Objects.requireNonNull(detail);
  }
}
