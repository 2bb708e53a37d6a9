package org.strnet.bundle;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.strnet.network.Precision;
import org.strnet.provenance.BadInputException;
import org.strnet.provenance.QuantisationProvenance;
import org.strnet.provenance.Sha256;
import org.strnet.report.ModelFacts;

/**
 * A verified bundle in memory: what {@link #load} returned is what its hashes say, and stays so
 * whatever happens to the files.
 */
public final class Bundle {

  private final BundleManifest manifest;
  private final String sha256;
  private final Map<BundleFile, byte[]> files;

  private Bundle(BundleManifest manifest, String sha256, Map<BundleFile, byte[]> files) {
    this.manifest = manifest;
    this.sha256 = sha256;
    this.files = files;
  }

  /**
   * Reads and verifies a bundle.
   *
   * @param path a folder, or a zip of its files
   * @throws BadInputException when a file is missing, changed, unlisted or unknown, or the manifest
   *     breaks a rule; the message names the file and the rule
   * @throws IOException when reading fails
   */
  public static Bundle load(Path path) throws IOException {
    String source = path.toString();
    Map<String, byte[]> stored = BundleStorage.read(path);
    byte[] sums = stored.remove(BundleFile.SUMS);
    if (sums == null) {
      throw new BadInputException(source + "/" + BundleFile.SUMS, "is missing");
    }
    Map<BundleFile, byte[]> files = new EnumMap<>(BundleFile.class);
    for (BundleFile file : BundleFile.values()) {
      byte[] bytes = stored.get(file.fileName());
      if (bytes != null) {
        files.put(file, bytes);
      } else if (file.required()) {
        throw new BadInputException(source + "/" + file.fileName(), "is missing");
      }
    }
    HashList.verify(source, sums, stored);
    String manifestName = source + "/" + BundleFile.MANIFEST.fileName();
    BundleManifest manifest =
        ManifestReader.read(manifestName, stored.get(BundleFile.MANIFEST.fileName()));
    if (manifest.kneeFinder().isPresent() != files.containsKey(BundleFile.KNEE)) {
      throw new BadInputException(
          manifestName, "knee_finder must be given exactly where knee.onnx is there");
    }
    checkQuantisation(manifestName, manifest, files);
    return new Bundle(manifest, Sha256.of(sums), files);
  }

  /** The 8-bit network is the one on record, and was made from the network beside it. */
  private static void checkQuantisation(
      String source, BundleManifest manifest, Map<BundleFile, byte[]> files) {
    byte[] int8 = files.get(BundleFile.NETWORK_INT8);
    if (manifest.quantisation().isPresent() != (int8 != null)) {
      throw new BadInputException(
          source, "quantisation must be given exactly where network-int8.onnx is there");
    }
    if (int8 != null) {
      QuantisationProvenance made = manifest.quantisation().orElseThrow();
      if (!made.int8Network().equals(Sha256.of(int8))
          || !made.floatNetwork().equals(Sha256.of(files.get(BundleFile.NETWORK)))) {
        throw new BadInputException(
            source, "quantisation must name the SHA-256 of both networks, found others");
      }
    }
  }

  /** Everything that is not a network. */
  public BundleManifest manifest() {
    return manifest;
  }

  /** The bundle's name. */
  public String name() {
    return manifest.name();
  }

  /** The bundle's identity: SHA-256 of {@code SHA256SUMS}, and so of every file. */
  public String sha256() {
    return sha256;
  }

  /** What a report says of it when it runs in 32-bit floating point. */
  public ModelFacts facts() {
    return facts(Precision.FLOAT32);
  }

  /** What a report says of it when it runs in a precision. */
  public ModelFacts facts(Precision precision) {
    return new ModelFacts(
        manifest.name(),
        sha256,
        manifest.targets(),
        manifest.operatingPoint(),
        manifest.calibration().tScore(),
        manifest.clinical(),
        manifest.cohort(),
        manifest.figures(),
        manifest.intendedUse(),
        precision,
        manifest.zones(),
        manifest.showsHeatMaps());
  }

  /** A copy of the network in ONNX form. */
  public byte[] network() {
    return file(BundleFile.NETWORK)
        .orElseThrow(() -> new IllegalStateException("a loaded bundle has a network"));
  }

  /**
   * A copy of the network of a precision in ONNX form.
   *
   * @throws BadInputException when the bundle has none of that precision
   */
  public byte[] network(Precision precision) {
    return switch (precision) {
      case FLOAT32 -> network();
      case INT8 ->
          file(BundleFile.NETWORK_INT8)
              .orElseThrow(
                  () ->
                      new BadInputException(
                          name(),
                          "has no network-int8.onnx; strnet bundle quantise adds one, and"
                              + " --precision float32 needs none"));
    };
  }

  /** A copy of the knee finder's network in ONNX form, if the bundle has one. */
  public Optional<byte[]> kneeNetwork() {
    return file(BundleFile.KNEE);
  }

  /** A copy of a file's bytes, if the bundle has it. */
  public Optional<byte[]> file(BundleFile file) {
    byte[] bytes = files.get(file);
    return bytes == null ? Optional.empty() : Optional.of(bytes.clone());
  }
}
