package org.strnet.dicom.film;

import java.util.Locale;
import org.strnet.radiograph.NotAssessable;
import org.strnet.radiograph.NotAssessable.Reason;
import org.strnet.radiograph.NotAssessableException;

/** Refusals of a DICOM object; never with a value that may name the patient. */
public final class FilmRefusals {

  private FilmRefusals() {}

  /** A refusal to be thrown. */
  public static NotAssessableException refused(Reason reason, String rule, Object... found) {
    return new NotAssessableException(
        "DICOM object", new NotAssessable(reason, String.format(Locale.ROOT, rule, found)));
  }

  /** The refusal for damage that a parser met, to be thrown. */
  static NotAssessableException damaged(Throwable cause) {
    NotAssessableException refused =
        refused(
            Reason.DAMAGED_IMAGE,
            "a DICOM object must be readable to its end, the reader met %s",
            cause.getClass().getSimpleName());
    refused.initCause(cause);
    return refused;
  }
}
