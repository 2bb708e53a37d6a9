package org.strnet.training.study;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.strnet.bundle.Bundle;
import org.strnet.bundle.BundleFile;
import org.strnet.knee.KneeFinderSpecification;
import org.strnet.provenance.BadInputException;
import org.strnet.training.finder.FinderStudy;

/**
 * A knee finder that goes into a new bundle.
 *
 * @param network {@code knee.onnx}
 * @param specification how it is used
 */
public record FinderFiles(byte[] network, KneeFinderSpecification specification) {

  /** Copies the network in. */
  public FinderFiles {
    network = network.clone();
  }

  /** A copy of the network. */
  @Override
  public byte[] network() {
    return network.clone();
  }

  /**
   * Takes the finder of a bundle, or the one that a finder's training wrote into a folder.
   *
   * @throws BadInputException if the folder holds neither
   */
  public static FinderFiles of(Path place) throws IOException {
    Path specification = place.resolve(FinderStudy.SPECIFICATION);
    return Files.exists(specification)
        ? new FinderFiles(
            Files.readAllBytes(place.resolve(FinderStudy.NETWORK)), specification(specification))
        : ofBundle(place);
  }

  private static FinderFiles ofBundle(Path place) throws IOException {
    Bundle bundle = Bundle.load(place);
    return new FinderFiles(
        bundle
            .file(BundleFile.KNEE)
            .orElseThrow(() -> new BadInputException(place.toString(), "has no knee.onnx")),
        bundle.manifest().kneeFinder().orElseThrow());
  }

  private static KneeFinderSpecification specification(Path file) throws IOException {
    JsonNode finder = new ObjectMapper().readTree(file.toFile()).path("knee_finder");
    return new KneeFinderSpecification(
        required(file, finder, "input_size").intValue(),
        required(file, finder, "candidate_confidence").doubleValue(),
        required(file, finder, "confidence_threshold").doubleValue(),
        required(file, finder, "maximum_knees").intValue(),
        required(file, finder, "merge_distance").doubleValue(),
        required(file, finder, "close_up_widths").doubleValue());
  }

  private static JsonNode required(Path file, JsonNode finder, String key) {
    JsonNode value = finder.path(key);
    if (!value.isNumber()) {
      throw new BadInputException(file.toString(), "needs a number for " + key);
    }
    return value;
  }
}
