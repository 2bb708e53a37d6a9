package org.strnet.bundle;

import java.util.Optional;

/** The files a bundle may hold beside {@code SHA256SUMS}. There are no others. */
public enum BundleFile {
  /** Everything that is not a network, as JSON. */
  MANIFEST("bundle.json", true),
  /** What the network is for and worth, for a reader. */
  MODEL_CARD("MODEL_CARD.md", true),
  /** STR-Net. */
  NETWORK("network.onnx", true),
  /** STR-Net with 8-bit weights. */
  NETWORK_INT8("network-int8.onnx", false),
  /** The knee finder's network. */
  KNEE("knee.onnx", false),
  /** STR-Net's weights, to train on from. */
  WEIGHTS("weights.safetensors", false);

  /** The list of hashes. */
  static final String SUMS = "SHA256SUMS";

  private final String fileName;
  private final boolean required;

  BundleFile(String fileName, boolean required) {
    this.fileName = fileName;
    this.required = required;
  }

  /** Its name in the folder. */
  public String fileName() {
    return fileName;
  }

  /** Whether a bundle without it is refused. */
  public boolean required() {
    return required;
  }

  /** The file of a name, if a bundle may hold it. */
  static Optional<BundleFile> ofName(String name) {
    for (BundleFile file : values()) {
      if (file.fileName.equals(name)) {
        return Optional.of(file);
      }
    }
    return Optional.empty();
  }
}
