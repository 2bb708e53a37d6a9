package org.strnet.server.screening;

import org.strnet.bundle.Bundle;
import org.strnet.bundle.BundleManifest;
import org.strnet.dicom.gate.FilmGate;
import org.strnet.dicom.result.series.DeviceIdentity;
import org.strnet.inference.BundleNetworks;
import org.strnet.provenance.BadInputException;
import org.strnet.report.ModelFacts;

/**
 * A bundle, ready to screen, with the calibration and the operating point that are in force. Safe
 * for several threads at once.
 */
public final class ScreeningEngine implements AutoCloseable {

  private final Bundle bundle;
  private final BundleNetworks networks;
  private final FilmGate gate;
  private final DeviceIdentity device;
  private volatile ScreeningSettings current;

  /**
   * Opens a bundle's networks; the bundle's own operating point is in force.
   *
   * @param gate which films are assessed
   * @param device what results say of their maker
   * @throws BadInputException when the bundle cannot screen whole films
   */
  public ScreeningEngine(Bundle bundle, FilmGate gate, DeviceIdentity device) {
    this.bundle = bundle;
    this.gate = gate;
    this.device = device;
    networks = BundleNetworks.open(bundle);
    current = settings(bundle.manifest());
  }

  /**
   * Puts other settings of the same networks into force, a local operating point for instance. A
   * film that is being screened keeps those it began with.
   *
   * @param manifest the bundle's, with another name, calibration or operating point
   */
  public void adopt(BundleManifest manifest) {
    current = settings(manifest);
  }

  private ScreeningSettings settings(BundleManifest manifest) {
    return ScreeningSettings.of(bundle, manifest, networks, gate, device);
  }

  /** What is in force now; one film takes all it needs from one of these. */
  public ScreeningSettings current() {
    return current;
  }

  /** What results say of the network and the operating point in force. */
  public ModelFacts facts() {
    return current.facts();
  }

  /** The bundle as it was loaded, whatever is in force. */
  public Bundle bundle() {
    return bundle;
  }

  @Override
  public void close() {
    networks.close();
  }
}
