package org.strnet.spark.film;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.strnet.bundle.Bundle;
import org.strnet.dicom.gate.FilmGate;
import org.strnet.dicom.gate.GateConfiguration;
import org.strnet.dicom.screening.DicomScreener;
import org.strnet.inference.BundleNetworks;
import org.strnet.provenance.BadInputException;
import org.strnet.report.ModelFacts;
import org.strnet.screening.Explanations;
import org.strnet.screening.Screener;

/**
 * A bundle, ready to screen: safe for all cores of an executor at once, each of which runs the one
 * session on its own thread.
 *
 * @param facts of the bundle
 * @param gate asked before pixels are fetched
 * @param pictures screens pictures
 * @param objects screens DICOM objects
 */
public record Engine(ModelFacts facts, FilmGate gate, Screener pictures, DicomScreener objects) {

  /**
   * Opens the networks; they stay open as long as the process.
   *
   * @throws BadInputException when the bundle has no knee finder
   */
  public static Engine of(Bundle bundle, String gate) {
    BundleNetworks networks = BundleNetworks.open(bundle);
    Screener screener =
        Screener.of(
            bundle,
            networks.network(),
            networks
                .joints()
                .orElseThrow(
                    () ->
                        new BadInputException(
                            bundle.name(), "has no knee.onnx, so it screens no whole films")),
            Explanations.NONE);
    FilmGate filter =
        new FilmGate(
            gate.isEmpty() ? GateConfiguration.defaults() : GateConfiguration.parse("gate", gate));
    return new Engine(bundle.facts(), filter, screener, new DicomScreener(screener, filter));
  }

  static Engine of(EngineParts parts) throws IOException {
    Path file = Files.createTempFile("strnet-bundle", ".zip");
    try {
      Files.write(file, parts.zip());
      return of(Bundle.load(file), parts.gate());
    } finally {
      Files.deleteIfExists(file);
    }
  }
}
