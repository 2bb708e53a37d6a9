package org.strnet.bundle;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.strnet.calibration.Calibration;
import org.strnet.decision.OperatingPoint;
import org.strnet.decision.ReadingZones;
import org.strnet.knee.KneeFinderSpecification;
import org.strnet.network.ClinicalInput;
import org.strnet.network.FeatureDistribution;
import org.strnet.network.HeadTargets;
import org.strnet.pixels.PixelSpecification;
import org.strnet.provenance.QuantisationProvenance;
import org.strnet.provenance.QuotedFigure;
import org.strnet.provenance.TrainingCohort;
import org.strnet.provenance.TrainingProvenance;

/**
 * Everything of a bundle that is not a network; {@code bundle.json} holds it.
 *
 * @param name the bundle's name: lower-case letters, digits, dots and dashes
 * @param targets what the heads were trained for
 * @param pixels how a knee becomes the network's input
 * @param kneeFinder how knees are found; empty in a bundle that has no {@code knee.onnx}
 * @param clinical what the network takes beside the film
 * @param calibration from logits to probabilities and a T-score interval
 * @param operatingPoints where it may screen; the first is used
 * @param cohort what it was trained on
 * @param figures what was measured of it
 * @param intendedUse what it may be used for, and what not
 * @param training how it was trained
 * @param recalibrations changes of calibration and operating point since, oldest first
 * @param inDistribution how far from the training films a knee may lie; empty where none is refused
 *     for that, as in bundles made before there were such statistics
 * @param quantisation where the 8-bit network comes from; empty in a bundle that has no {@code
 *     network-int8.onnx}
 * @param zones thresholds of a three-zone reading; empty where none was asked for, and gone once
 *     the calibration changes
 * @param explanationCheck whether heat-maps tell what the network looks at; empty where nobody
 *     asked
 */
public record BundleManifest(
    String name,
    HeadTargets targets,
    PixelSpecification pixels,
    Optional<KneeFinderSpecification> kneeFinder,
    ClinicalInput clinical,
    Calibration calibration,
    List<OperatingPoint> operatingPoints,
    TrainingCohort cohort,
    List<QuotedFigure> figures,
    String intendedUse,
    TrainingProvenance training,
    List<Recalibration> recalibrations,
    Optional<FeatureDistribution> inDistribution,
    Optional<QuantisationProvenance> quantisation,
    Optional<ReadingZones> zones,
    Optional<ExplanationCheck> explanationCheck) {

  /** Version of {@code bundle.json} this program writes, and the only one it reads. */
  public static final int SCHEMA_VERSION = 1;

  private static final String BEFORE = "before recalibration: ";
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9.-]*");

  /** Checks the name and that there is an operating point; copies the lists. */
  public BundleManifest {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "name must be lower-case letters, digits, dots and dashes, found " + name);
    }
    operatingPoints = List.copyOf(operatingPoints);
    if (operatingPoints.isEmpty()) {
      throw new IllegalArgumentException("operating_points must hold at least one, found none");
    }
    figures = List.copyOf(figures);
    Objects.requireNonNull(targets);
    Objects.requireNonNull(pixels);
    Objects.requireNonNull(kneeFinder);
    Objects.requireNonNull(clinical);
    Objects.requireNonNull(calibration);
    Objects.requireNonNull(cohort);
    Objects.requireNonNull(intendedUse);
    Objects.requireNonNull(training);
    recalibrations = List.copyOf(recalibrations);
    Objects.requireNonNull(inDistribution);
    Objects.requireNonNull(quantisation);
    Objects.requireNonNull(explanationCheck);
    if (zones.isPresent()) {
      zones.get().requireHolding(operatingPoints.get(0));
    }
  }

  /** As trained: never recalibrated, no statistics of films, no 8-bit network, no zones. */
  public BundleManifest(
      String name,
      HeadTargets targets,
      PixelSpecification pixels,
      Optional<KneeFinderSpecification> kneeFinder,
      ClinicalInput clinical,
      Calibration calibration,
      List<OperatingPoint> operatingPoints,
      TrainingCohort cohort,
      List<QuotedFigure> figures,
      String intendedUse,
      TrainingProvenance training) {
    this(
        name,
        targets,
        pixels,
        kneeFinder,
        clinical,
        calibration,
        operatingPoints,
        cohort,
        figures,
        intendedUse,
        training,
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** The same with another calibration; zones are gone, nothing else changes. */
  public BundleManifest withCalibration(Calibration other) {
    Draft draft = new Draft(this);
    draft.calibration = other;
    draft.zones = Optional.empty();
    return draft.manifest();
  }

  /** The same with statistics of its training films: knees that lie beyond them are refused. */
  public BundleManifest withInDistribution(FeatureDistribution statistics) {
    Draft draft = new Draft(this);
    draft.inDistribution = Optional.of(statistics);
    return draft.manifest();
  }

  /** The same with an 8-bit network, which is in the bundle's files. */
  public BundleManifest withQuantisation(QuantisationProvenance made) {
    Draft draft = new Draft(this);
    draft.quantisation = Optional.of(made);
    return draft.manifest();
  }

  /** Whether heat-maps are shown: where they were checked and failed, they are not. */
  public boolean showsHeatMaps() {
    return explanationCheck.map(ExplanationCheck::passes).orElse(true);
  }

  /** The same with heat-maps that were checked. */
  public BundleManifest withExplanationCheck(ExplanationCheck check) {
    Draft draft = new Draft(this);
    draft.explanationCheck = Optional.of(check);
    return draft.manifest();
  }

  /** The same with a three-zone reading, chosen under this calibration. */
  public BundleManifest withZones(ReadingZones chosen) {
    Draft draft = new Draft(this);
    draft.zones = Optional.of(chosen);
    return draft.manifest();
  }

  /**
   * Recalibrated: a new name, calibration and operating point, the change on record. Figures that
   * were quoted before stay, said to be from before; zones are gone.
   *
   * @param newName of the bundle
   * @param fitted calibration on local films
   * @param point operating point on local films; the older ones are gone from use
   * @param change what was done and what stood there before
   */
  public BundleManifest recalibrated(
      String newName, Calibration fitted, OperatingPoint point, Recalibration change) {
    List<Recalibration> changes = new ArrayList<>(recalibrations);
    changes.add(change);
    Draft draft = new Draft(this);
    draft.name = newName;
    draft.calibration = fitted;
    draft.operatingPoints = List.of(point);
    draft.figures = figures.stream().map(BundleManifest::fromBefore).toList();
    draft.recalibrations = changes;
    draft.zones = Optional.empty();
    return draft.manifest();
  }

  private static QuotedFigure fromBefore(QuotedFigure figure) {
    return figure.name().startsWith(BEFORE)
        ? figure
        : new QuotedFigure(
            BEFORE + figure.name(),
            figure.value(),
            figure.low(),
            figure.high(),
            figure.n(),
            figure.method());
  }

  /** The operating point that is used. */
  public OperatingPoint operatingPoint() {
    return operatingPoints.get(0);
  }

  /** All parts of a manifest, of which a copy changes some. */
  private static final class Draft {

    private String name;
    private HeadTargets targets;
    private PixelSpecification pixels;
    private Optional<KneeFinderSpecification> kneeFinder;
    private ClinicalInput clinical;
    private Calibration calibration;
    private List<OperatingPoint> operatingPoints;
    private TrainingCohort cohort;
    private List<QuotedFigure> figures;
    private String intendedUse;
    private TrainingProvenance training;
    private List<Recalibration> recalibrations;
    private Optional<FeatureDistribution> inDistribution;
    private Optional<QuantisationProvenance> quantisation;
    private Optional<ReadingZones> zones;
    private Optional<ExplanationCheck> explanationCheck;

    Draft(BundleManifest from) {
      name = from.name;
      targets = from.targets;
      pixels = from.pixels;
      kneeFinder = from.kneeFinder;
      clinical = from.clinical;
      calibration = from.calibration;
      operatingPoints = from.operatingPoints;
      cohort = from.cohort;
      figures = from.figures;
      intendedUse = from.intendedUse;
      training = from.training;
      recalibrations = from.recalibrations;
      inDistribution = from.inDistribution;
      quantisation = from.quantisation;
      zones = from.zones;
      explanationCheck = from.explanationCheck;
    }

    BundleManifest manifest() {
      return new BundleManifest(
          name,
          targets,
          pixels,
          kneeFinder,
          clinical,
          calibration,
          operatingPoints,
          cohort,
          figures,
          intendedUse,
          training,
          recalibrations,
          inDistribution,
          quantisation,
          zones,
          explanationCheck);
    }
  }
}
