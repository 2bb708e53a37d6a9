package org.strnet.server.screening;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.strnet.bundle.Bundle;
import org.strnet.bundle.BundleManifest;
import org.strnet.dicom.film.DicomFile;
import org.strnet.dicom.gate.FilmGate;
import org.strnet.dicom.gate.GateConfiguration;
import org.strnet.dicom.gate.Policy;
import org.strnet.dicom.result.ResultKind;
import org.strnet.dicom.result.ResultObjects;
import org.strnet.dicom.result.ResultOptions;
import org.strnet.dicom.result.series.DeviceIdentity;
import org.strnet.dicom.screening.DicomScreener;
import org.strnet.dicom.screening.ScreenedFilm;
import org.strnet.inference.BundleNetworks;
import org.strnet.network.ClinicalVariables;
import org.strnet.network.Precision;
import org.strnet.provenance.BadInputException;
import org.strnet.report.ModelFacts;
import org.strnet.screening.Explanations;
import org.strnet.screening.Screener;
import org.strnet.server.film.picture.PictureObject;

/**
 * One calibration and operating point over a bundle's networks: what screens, what its results say,
 * and the objects made of them, which belong together. Never changes.
 */
public final class ScreeningSettings {

  private final BundleManifest manifest;
  private final ModelFacts facts;
  private final DicomScreener screener;

  /** Of pictures that were handed in here: the site's gate is about what others capture. */
  private final DicomScreener pictureScreener;

  private final DeviceIdentity device;
  private final Map<Set<ResultKind>, ResultObjects> objects = new ConcurrentHashMap<>();

  private ScreeningSettings(
      BundleManifest manifest,
      ModelFacts facts,
      Screener screener,
      FilmGate gate,
      DeviceIdentity device) {
    this.manifest = manifest;
    this.facts = facts;
    this.screener = new DicomScreener(screener, gate);
    pictureScreener = new DicomScreener(screener, withSecondaryCapture(gate.configuration()));
    this.device = device;
  }

  static ScreeningSettings of(
      Bundle bundle,
      BundleManifest manifest,
      BundleNetworks networks,
      FilmGate gate,
      DeviceIdentity device) {
    Screener screener =
        Screener.of(
            manifest,
            networks.network(),
            networks
                .joints()
                .orElseThrow(() -> new BadInputException(bundle.name(), "has no knee.onnx")),
            Explanations.DRAWN);
    // The identity is that of the files: the networks are the same under every operating point.
    ModelFacts facts =
        new ModelFacts(
            manifest.name(),
            bundle.sha256(),
            manifest.targets(),
            manifest.operatingPoint(),
            manifest.calibration().tScore(),
            manifest.clinical(),
            manifest.cohort(),
            manifest.figures(),
            manifest.intendedUse(),
            Precision.FLOAT32,
            manifest.zones(),
            manifest.showsHeatMaps());
    return new ScreeningSettings(manifest, facts, screener, gate, device);
  }

  private static FilmGate withSecondaryCapture(GateConfiguration site) {
    return new FilmGate(
        new GateConfiguration(
            Policy.ACCEPT,
            site.forProcessing(),
            site.burnedInAnnotation(),
            site.bodyPart(),
            site.view(),
            site.laterality(),
            site.age(),
            site.implantOrCast(),
            site.wrongPolarity()));
  }

  /** Name, calibration and operating point. */
  public BundleManifest manifest() {
    return manifest;
  }

  /** What results say of the network. */
  public ModelFacts facts() {
    return facts;
  }

  /** Screens one object; what is given of the patient goes before the header's values. */
  public ScreenedFilm screen(DicomFile object, ClinicalVariables given) {
    DicomScreener fitting = PictureObject.isOne(object.header()) ? pictureScreener : screener;
    return fitting.screen(object.header().sopInstanceUid(), object, given);
  }

  /**
   * Makes result objects of some kinds.
   *
   * @param kinds none: the usual ones
   */
  public ResultObjects results(Set<ResultKind> kinds) {
    return objects.computeIfAbsent(Set.copyOf(kinds), this::make);
  }

  private ResultObjects make(Set<ResultKind> kinds) {
    ResultOptions options =
        kinds.isEmpty()
            ? ResultOptions.of(device)
            : new ResultOptions(EnumSet.copyOf(kinds), device, false);
    return ResultObjects.of(facts, options);
  }
}
