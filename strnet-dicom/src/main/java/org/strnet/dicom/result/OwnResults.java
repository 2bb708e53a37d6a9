package org.strnet.dicom.result;

import org.strnet.dicom.film.FilmHeader;
import org.strnet.dicom.result.series.ResultMark;

/** Knows our own objects when they come back, so that none is ever screened. */
public final class OwnResults {

  private OwnResults() {}

  /**
   * Whether an object was made here or by another installation of this program: by the Contributing
   * Equipment Sequence, or by modality and Series Description.
   */
  public static boolean isOwn(FilmHeader header) {
    return ResultMark.isOn(header.attributes());
  }
}
