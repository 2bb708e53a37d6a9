package org.strnet.training.study;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.strnet.bundle.Bundle;
import org.strnet.bundle.BundleFile;
import org.strnet.provenance.BadInputException;
import org.strnet.training.network.StrNet;
import org.strnet.training.network.StrNetSettings;
import org.strnet.training.weights.StoredTensor;
import org.strnet.training.weights.StrNetWeights;

/**
 * What a bundle keeps of its network beside the exported form.
 *
 * @param settings of the network
 * @param tensors all of them, by name
 */
public record BundleWeights(StrNetSettings settings, Map<String, StoredTensor> tensors) {

  /**
   * Reads them.
   *
   * @throws BadInputException if the bundle has no weights
   */
  public static BundleWeights of(Bundle bundle) throws IOException {
    byte[] weights =
        bundle
            .file(BundleFile.WEIGHTS)
            .orElseThrow(() -> new BadInputException(bundle.name(), "has no weights.safetensors"));
    Path file = Files.createTempFile("strnet-weights", ".safetensors");
    try {
      StrNet network = StrNetWeights.open(Files.write(file, weights));
      return new BundleWeights(network.settings(), StrNetWeights.tensors(network));
    } finally {
      Files.delete(file);
    }
  }
}
