package org.strnet.report;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.strnet.calibration.ConformalInterval;
import org.strnet.decision.OperatingPoint;
import org.strnet.decision.ReadingZones;
import org.strnet.decision.Zone;
import org.strnet.network.ClinicalInput;
import org.strnet.network.HeadTargets;
import org.strnet.network.Precision;
import org.strnet.provenance.QuotedFigure;
import org.strnet.provenance.TrainingCohort;

/**
 * What a report says of the network that made its results.
 *
 * @param bundle the bundle's name
 * @param sha256 the bundle's identity
 * @param targets what the heads were trained for
 * @param operatingPoint where it screens
 * @param tScoreInterval how T-score intervals were calibrated
 * @param clinical what it takes beside the film
 * @param cohort what it was trained on
 * @param figures what was measured of it
 * @param intendedUse what it may be used for
 * @param precision the arithmetic it ran in
 * @param zones its three-zone reading, where it has one
 * @param heatMaps whether heat-maps are shown: not where they failed their check
 */
public record ModelFacts(
    String bundle,
    String sha256,
    HeadTargets targets,
    OperatingPoint operatingPoint,
    ConformalInterval tScoreInterval,
    ClinicalInput clinical,
    TrainingCohort cohort,
    List<QuotedFigure> figures,
    String intendedUse,
    Precision precision,
    Optional<ReadingZones> zones,
    boolean heatMaps) {

  /** Copies the list. */
  public ModelFacts {
    Objects.requireNonNull(bundle);
    Objects.requireNonNull(sha256);
    Objects.requireNonNull(targets);
    Objects.requireNonNull(operatingPoint);
    Objects.requireNonNull(tScoreInterval);
    Objects.requireNonNull(clinical);
    Objects.requireNonNull(cohort);
    figures = List.copyOf(figures);
    Objects.requireNonNull(intendedUse);
    Objects.requireNonNull(precision);
    Objects.requireNonNull(zones);
  }

  /** Of a network in 32-bit floating point, without a three-zone reading. */
  public ModelFacts(
      String bundle,
      String sha256,
      HeadTargets targets,
      OperatingPoint operatingPoint,
      ConformalInterval tScoreInterval,
      ClinicalInput clinical,
      TrainingCohort cohort,
      List<QuotedFigure> figures,
      String intendedUse) {
    this(
        bundle,
        sha256,
        targets,
        operatingPoint,
        tScoreInterval,
        clinical,
        cohort,
        figures,
        intendedUse,
        Precision.FLOAT32,
        Optional.empty(),
        true);
  }

  /** Where a knee stands in the three-zone reading. */
  public Optional<Zone> zone(KneeResult knee) {
    return zones.map(reading -> reading.zone(knee.boneLoss()));
  }

  /** The same as a sentence that says what the zone means. */
  public Optional<String> zoneMeaning(KneeResult knee) {
    return zones.map(reading -> Wording.zoneMeaning(reading.limits(), knee.boneLoss()));
  }
}
