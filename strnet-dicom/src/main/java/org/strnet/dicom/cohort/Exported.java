package org.strnet.dicom.cohort;

import java.util.Optional;

/**
 * What became of one object.
 *
 * @param film its row; empty where it was left out
 * @param leftOut the code of the reason; empty where it was not
 */
record Exported(Optional<ExportedFilm> film, Optional<String> leftOut) {

  static Exported film(ExportedFilm film) {
    return new Exported(Optional.of(film), Optional.empty());
  }

  static Exported leftOut(String code) {
    return new Exported(Optional.empty(), Optional.of(code));
  }
}
