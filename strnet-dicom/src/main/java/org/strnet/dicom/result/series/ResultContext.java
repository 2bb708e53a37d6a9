package org.strnet.dicom.result.series;

import java.time.Instant;
import java.util.Objects;
import org.strnet.dicom.screening.ScreenedFilm;
import org.strnet.report.ModelFacts;

/**
 * What an object of ours is made from.
 *
 * @param film what came of the film
 * @param facts of the network
 * @param device that makes the object
 * @param patientNamed whether pages show the patient's name and ID
 * @param at when it is made
 */
public record ResultContext(
    ScreenedFilm film, ModelFacts facts, DeviceIdentity device, boolean patientNamed, Instant at) {

  /** Checks that all are there. */
  public ResultContext {
    Objects.requireNonNull(film);
    Objects.requireNonNull(facts);
    Objects.requireNonNull(device);
    Objects.requireNonNull(at);
  }
}
