package org.strnet.server.screening;

import java.io.IOException;
import java.util.EnumSet;
import java.util.Set;
import org.strnet.bundle.Bundle;
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
import org.strnet.provenance.BadInputException;
import org.strnet.report.ModelFacts;
import org.strnet.screening.Explanations;
import org.strnet.screening.Screener;
import org.strnet.server.film.picture.PictureObject;

/** A bundle, ready to screen. Safe for several threads at once. */
public final class ScreeningEngine implements AutoCloseable {

  private final Bundle bundle;
  private final BundleNetworks networks;
  private final DicomScreener screener;

  /** Of pictures that were handed in here: the site's gate is about what others capture. */
  private final DicomScreener pictureScreener;

  private final DeviceIdentity device;

  /**
   * Opens a bundle's networks.
   *
   * @param gate which films are assessed
   * @param device what results say of their maker
   * @throws BadInputException when the bundle cannot screen whole films
   */
  public ScreeningEngine(Bundle bundle, FilmGate gate, DeviceIdentity device) {
    this.bundle = bundle;
    this.device = device;
    networks = BundleNetworks.open(bundle);
    Screener pictures =
        Screener.of(
            bundle,
            networks.network(),
            networks
                .joints()
                .orElseThrow(() -> new BadInputException(bundle.name(), "has no knee.onnx")),
            Explanations.DRAWN);
    screener = new DicomScreener(pictures, gate);
    pictureScreener = new DicomScreener(pictures, withSecondaryCapture(gate.configuration()));
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

  /** Screens one object; what is given of the patient goes before the header's values. */
  public ScreenedFilm screen(DicomFile object, ClinicalVariables given) {
    DicomScreener fitting = PictureObject.isOne(object.header()) ? pictureScreener : screener;
    return fitting.screen(object.header().sopInstanceUid(), object, given);
  }

  /** What results say of the network. */
  public ModelFacts facts() {
    return bundle.facts();
  }

  /** The bundle. */
  public Bundle bundle() {
    return bundle;
  }

  /**
   * Makes result objects of some kinds.
   *
   * @param kinds none: the usual ones
   */
  public ResultObjects results(Set<ResultKind> kinds) throws IOException {
    ResultOptions options =
        kinds.isEmpty()
            ? ResultOptions.of(device)
            : new ResultOptions(EnumSet.copyOf(kinds), device, false);
    return ResultObjects.of(bundle.facts(), options);
  }

  @Override
  public void close() {
    networks.close();
  }
}
