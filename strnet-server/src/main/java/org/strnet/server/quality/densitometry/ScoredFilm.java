package org.strnet.server.quality.densitometry;

import java.time.LocalDate;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * An assessed film as densitometry is compared with it.
 *
 * @param id of the film
 * @param patient identifier; may be empty
 * @param day of the study, or of arrival where the study has none
 * @param site as the film names it
 * @param device maker and model
 * @param referred what was decided
 * @param referredNow what the operating point in force decides
 * @param boneLossLogit the network's own, before any calibration; empty where it cannot be restated
 * @param severityLogit likewise, of osteoporosis given bone loss
 * @param tScore estimate in SD
 */
public record ScoredFilm(
    String id,
    String patient,
    LocalDate day,
    String site,
    String device,
    boolean referred,
    boolean referredNow,
    OptionalDouble boneLossLogit,
    OptionalDouble severityLogit,
    OptionalDouble tScore) {

  /** Checks that all are there. */
  public ScoredFilm {
    Objects.requireNonNull(id);
    Objects.requireNonNull(patient);
    Objects.requireNonNull(day);
    Objects.requireNonNull(boneLossLogit);
    Objects.requireNonNull(severityLogit);
    Objects.requireNonNull(tScore);
  }
}
