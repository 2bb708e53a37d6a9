package org.strnet.dicom.gate;

import java.util.Optional;
import org.strnet.dicom.film.FilmHeader;
import org.strnet.radiograph.NotAssessable;

/** One question to a header. */
@FunctionalInterface
interface HeaderCheck {

  /** Why the film is not assessed; empty where nothing speaks against it. */
  Optional<NotAssessable> refusal(FilmHeader header);
}
