package org.strnet.server.quality.monitoring;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What monitoring needs of a film's newest result; nothing of the patient.
 *
 * @param day of arrival
 * @param site as the film names it
 * @param device maker and model
 * @param outcome assessed, not_assessable or failed
 * @param reason coded, where it was not assessed
 * @param referred what was decided, where it was assessed
 * @param score probability of bone loss on the scale of the calibration in force, where it was
 *     assessed and can be restated
 * @param referredNow what the operating point in force would decide
 */
public record MonitoredFilm(
    LocalDate day,
    String site,
    String device,
    String outcome,
    Optional<String> reason,
    boolean referred,
    OptionalDouble score,
    boolean referredNow) {

  /** Outcome of a film with a probability. */
  public static final String ASSESSED = "assessed";

  /** Outcome of a film that was refused for a coded reason. */
  public static final String NOT_ASSESSABLE = "not_assessable";

  /** Checks that all are there. */
  public MonitoredFilm {
    Objects.requireNonNull(day);
    Objects.requireNonNull(site);
    Objects.requireNonNull(device);
    Objects.requireNonNull(outcome);
    Objects.requireNonNull(reason);
    Objects.requireNonNull(score);
  }

  /** Whether it was assessed. */
  public boolean isAssessed() {
    return outcome.equals(ASSESSED);
  }

  /** Whether it was refused for a coded reason. */
  public boolean isNotAssessable() {
    return outcome.equals(NOT_ASSESSABLE);
  }
}
