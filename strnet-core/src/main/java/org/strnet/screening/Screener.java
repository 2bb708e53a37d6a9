package org.strnet.screening;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import org.strnet.bundle.Bundle;
import org.strnet.bundle.BundleManifest;
import org.strnet.calibration.Calibration;
import org.strnet.explanation.ClassActivation;
import org.strnet.explanation.ExplainedKnee;
import org.strnet.explanation.HeatMap;
import org.strnet.knee.JointNetwork;
import org.strnet.knee.KneeFinder;
import org.strnet.knee.KneeRegion;
import org.strnet.network.BoneLossNetwork;
import org.strnet.network.ClinicalVariable;
import org.strnet.network.ClinicalVariables;
import org.strnet.network.Evidence;
import org.strnet.network.FeatureMap;
import org.strnet.network.FeaturedOutput;
import org.strnet.network.NetworkOutput;
import org.strnet.pixels.KneeInspection;
import org.strnet.pixels.KneePixels;
import org.strnet.provenance.BadInputException;
import org.strnet.radiograph.NotAssessable;
import org.strnet.radiograph.NotAssessable.Reason;
import org.strnet.radiograph.NotAssessableException;
import org.strnet.radiograph.Radiograph;
import org.strnet.radiograph.RadiographReader;
import org.strnet.report.Estimate;
import org.strnet.report.FilmResult;
import org.strnet.report.KneeLeftOut;
import org.strnet.report.KneeResult;
import org.strnet.report.Picture;

/**
 * From a film to a result: read, find the knees, take their pixels, run the network, see whether
 * they look like those of training, calibrate, decide, explain. Every knee of a film is scored.
 * Safe for several threads at once when its networks are.
 */
public final class Screener {

  private final BundleManifest manifest;
  private final BoneLossNetwork network;
  private final Optional<KneeFinder> finder;
  private final Explanations explanations;
  private final ExplanationPictures pictures;
  private final RadiographReader reader = new RadiographReader();
  private final KneePixels pixels;

  private Screener(
      BundleManifest manifest,
      BoneLossNetwork network,
      Optional<KneeFinder> finder,
      Explanations explanations) {
    this.manifest = manifest;
    this.network = network;
    this.finder = finder;
    this.explanations = explanations;
    this.pictures = new ExplanationPictures(explanations != Explanations.DRAWN);
    this.pixels = new KneePixels(manifest.pixels());
  }

  /**
   * Screens whole films.
   *
   * @param bundle whose settings apply
   * @param network runs the bundle's network
   * @param joints runs the bundle's knee finder
   * @param explanations whether heat-maps are drawn
   * @throws BadInputException when the bundle has no knee finder
   */
  public static Screener of(
      Bundle bundle, BoneLossNetwork network, JointNetwork joints, Explanations explanations) {
    return of(bundle.manifest(), network, joints, explanations);
  }

  /** The same with settings that differ from the bundle's, in the calibration for instance. */
  public static Screener of(
      BundleManifest manifest,
      BoneLossNetwork network,
      JointNetwork joints,
      Explanations explanations) {
    var specification =
        manifest
            .kneeFinder()
            .orElseThrow(
                () ->
                    new BadInputException(
                        manifest.name(), "has no knee.onnx, only annotated knees can be screened"));
    KneeFinder finder = new KneeFinder(joints, specification);
    return new Screener(manifest, network, Optional.of(finder), explanations);
  }

  /** Screens knees that a reader annotated; knows no other way to find them. */
  public static Screener ofAnnotated(
      BundleManifest manifest, BoneLossNetwork network, Explanations explanations) {
    return new Screener(manifest, network, Optional.empty(), explanations);
  }

  /**
   * Screens one film.
   *
   * @throws BadInputException when the file cannot be read at all
   */
  public FilmResult screen(Path film, ClinicalVariables patient) {
    try {
      return screen(film.toString(), reader.read(film), patient);
    } catch (NotAssessableException e) {
      return new FilmResult.NotAssessed(film.toString(), e.notAssessable());
    }
  }

  /**
   * Screens one film that is in memory.
   *
   * @param image what to call it in the result
   */
  public FilmResult screen(String image, Radiograph film, ClinicalVariables patient) {
    try {
      return assess(image, film, findKnees(film), patient);
    } catch (NotAssessableException e) {
      return new FilmResult.NotAssessed(image, e.notAssessable());
    }
  }

  /**
   * Screens one film whose knees a reader annotated.
   *
   * @param knees at least one
   * @throws BadInputException when the file cannot be read at all
   */
  public FilmResult screenAnnotated(Path film, List<KneeRegion> knees, ClinicalVariables patient) {
    try {
      return assess(film.toString(), reader.read(film), knees, patient);
    } catch (NotAssessableException e) {
      return new FilmResult.NotAssessed(film.toString(), e.notAssessable());
    }
  }

  private List<KneeRegion> findKnees(Radiograph film) {
    List<KneeRegion> knees =
        finder
            .orElseThrow(() -> new IllegalStateException("this screener has no knee finder"))
            .find(film);
    if (knees.isEmpty()) {
      throw new NotAssessableException(
          "film",
          new NotAssessable(
              Reason.NO_KNEE, "a tibio-femoral joint in frontal view is needed, found none"));
    }
    return knees;
  }

  /** Scores every knee; a knee that cannot be assessed is left out while another one can. */
  private FilmResult assess(
      String image, Radiograph film, List<KneeRegion> knees, ClinicalVariables patient) {
    List<KneeResult> scored = new ArrayList<>();
    List<KneeLeftOut> leftOut = new ArrayList<>();
    List<ExplainedKnee> explained = new ArrayList<>();
    for (KneeRegion knee : knees) {
      try {
        scored.add(assess(film, knee, patient, explained));
      } catch (NotAssessableException e) {
        leftOut.add(new KneeLeftOut(knee, e.notAssessable()));
      }
    }
    if (scored.isEmpty()) {
      return new FilmResult.NotAssessed(image, leftOut.get(0).why());
    }
    Optional<Picture> picture =
        explained.isEmpty() ? Optional.empty() : Optional.of(pictures.film(film, explained));
    return new FilmResult.Assessed(image, scored, leftOut, clinicalUsed(patient), picture);
  }

  private KneeResult assess(
      Radiograph film, KneeRegion knee, ClinicalVariables patient, List<ExplainedKnee> explained) {
    float[] input = pixels.input(film, knee);
    int size = manifest.pixels().inputSize();
    KneeInspection.refusal(film, knee, manifest.pixels(), input)
        .ifPresent(
            why -> {
              throw new NotAssessableException("knee", why);
            });
    float[] clinical = manifest.clinical().encoding().encode(patient);
    if (explanations == Explanations.NONE) {
      return decide(knee, output(input, clinical));
    }
    Evidence evidence = network.explain(input, clinical);
    requireAlike(evidence.features());
    KneeResult result = decide(knee, evidence.output());
    HeatMap map = ClassActivation.of(evidence);
    if (!manifest.showsHeatMaps()) {
      // The film is still shown with its knees marked.
      explained.add(new ExplainedKnee(pixels.crop(film, knee), map.cleared()));
      return result;
    }
    ExplainedKnee heat = new ExplainedKnee(pixels.crop(film, knee), map);
    explained.add(heat);
    return result.withExplanation(pictures.knee(input, size, heat));
  }

  private NetworkOutput output(float[] input, float[] clinical) {
    if (manifest.inDistribution().isEmpty()) {
      return network.assess(input, clinical);
    }
    FeaturedOutput featured = network.assessWithFeatures(input, clinical);
    requireAlike(featured.features());
    return featured.output();
  }

  private void requireAlike(FeatureMap features) {
    manifest
        .inDistribution()
        .flatMap(statistics -> statistics.refusal(features))
        .ifPresent(
            why -> {
              throw new NotAssessableException("knee", why);
            });
  }

  private KneeResult decide(KneeRegion knee, NetworkOutput output) {
    Calibration calibration = manifest.calibration();
    double boneLoss = calibration.boneLossProbability(output);
    OptionalDouble severity =
        manifest.targets().severity().isPresent()
            ? OptionalDouble.of(calibration.severityProbability(output))
            : OptionalDouble.empty();
    Optional<Estimate> tScore =
        manifest
            .targets()
            .tScore()
            .map(target -> Estimate.of(output.tScore(), calibration.tScore()));
    return new KneeResult(
        knee,
        boneLoss,
        severity,
        tScore,
        manifest.operatingPoint().decide(boneLoss),
        Optional.empty());
  }

  private Set<ClinicalVariable> clinicalUsed(ClinicalVariables patient) {
    return manifest.clinical().encoding().columns().stream()
        .map(column -> column.variable())
        .filter(variable -> patient.value(variable).isPresent())
        .collect(Collectors.toUnmodifiableSet());
  }
}
