package org.strnet.bundle;

import java.util.Map;
import java.util.Objects;

/**
 * What a new bundle is made of.
 *
 * @param manifest becomes {@code bundle.json}
 * @param modelCard becomes {@code MODEL_CARD.md}
 * @param networks the other files; {@code NETWORK} must be among them. Their bytes are not copied
 */
public record BundleContent(
    BundleManifest manifest, String modelCard, Map<BundleFile, byte[]> networks) {

  /** Copies the map and checks which files are given. */
  public BundleContent {
    Objects.requireNonNull(manifest);
    Objects.requireNonNull(modelCard);
    networks = Map.copyOf(networks);
    if (!networks.containsKey(BundleFile.NETWORK)) {
      throw new IllegalArgumentException("a bundle needs network.onnx, found " + networks.keySet());
    }
    if (networks.containsKey(BundleFile.MANIFEST) || networks.containsKey(BundleFile.MODEL_CARD)) {
      throw new IllegalArgumentException("manifest and card are written, not copied");
    }
    if (networks.containsKey(BundleFile.KNEE) != manifest.kneeFinder().isPresent()) {
      throw new IllegalArgumentException("knee.onnx goes with the finder's specification");
    }
    if (networks.containsKey(BundleFile.NETWORK_INT8) != manifest.quantisation().isPresent()) {
      throw new IllegalArgumentException("network-int8.onnx goes with the record of its making");
    }
  }

  /** A bundle whose card is written from its manifest. */
  public static BundleContent of(BundleManifest manifest, Map<BundleFile, byte[]> networks) {
    return new BundleContent(manifest, ModelCard.of(manifest), networks);
  }
}
