package org.strnet.inference;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.BiFunction;
import org.strnet.bundle.Bundle;
import org.strnet.bundle.BundleFile;
import org.strnet.bundle.BundleManifest;
import org.strnet.network.FeatureDistribution;
import org.strnet.network.Precision;
import org.strnet.provenance.BadInputException;

/** The networks of a bundle, opened for running and checked against its manifest. */
public final class BundleNetworks implements AutoCloseable {

  private final OnnxBoneLossNetwork network;
  private final Optional<OnnxJointNetwork> joints;

  private BundleNetworks(OnnxBoneLossNetwork network, Optional<OnnxJointNetwork> joints) {
    this.network = network;
    this.joints = joints;
  }

  /**
   * Opens them, both at once, in float32.
   *
   * @throws BadInputException when a file is no network of its kind, or takes another input than
   *     the manifest says
   */
  public static BundleNetworks open(Bundle bundle) {
    return open(bundle, Precision.FLOAT32);
  }

  /**
   * Opens them, STR-Net in a precision; the knee finder is float32 always.
   *
   * @throws BadInputException as {@link #open(Bundle)}, or when the bundle has no network of that
   *     precision
   */
  public static BundleNetworks open(Bundle bundle, Precision precision) {
    return open(bundle, precision, OnnxBoneLossNetwork::load);
  }

  /**
   * The same for results without heat-maps, which need no gradient.
   *
   * @throws BadInputException as {@link #open(Bundle, Precision)}
   */
  public static BundleNetworks openWithoutGradient(Bundle bundle, Precision precision) {
    return open(bundle, precision, OnnxBoneLossNetwork::loadWithoutGradient);
  }

  private static BundleNetworks open(
      Bundle bundle, Precision precision, BiFunction<String, byte[], OnnxBoneLossNetwork> load) {
    byte[] onnx = bundle.network(precision);
    BundleFile file = precision == Precision.INT8 ? BundleFile.NETWORK_INT8 : BundleFile.NETWORK;
    CompletableFuture<Optional<OnnxJointNetwork>> joints =
        CompletableFuture.supplyAsync(
            () ->
                bundle
                    .kneeNetwork()
                    .map(bytes -> OnnxJointNetwork.load(name(bundle, BundleFile.KNEE), bytes)));
    try {
      String source = name(bundle, file);
      OnnxBoneLossNetwork network = load.apply(source, onnx);
      BundleNetworks networks = new BundleNetworks(network, joints.join());
      networks.check(bundle, source);
      return networks;
    } catch (CompletionException e) {
      if (e.getCause() instanceof BadInputException refusal) {
        throw refusal;
      }
      throw e;
    }
  }

  /** STR-Net. */
  public OnnxBoneLossNetwork network() {
    return network;
  }

  /** The knee finder's network, if the bundle has one. */
  public Optional<OnnxJointNetwork> joints() {
    return joints;
  }

  @Override
  public void close() {
    network.close();
    joints.ifPresent(OnnxJointNetwork::close);
  }

  private void check(Bundle bundle, String source) {
    BundleManifest manifest = bundle.manifest();
    int size = manifest.pixels().inputSize();
    int clinical = manifest.clinical().encoding().length();
    if (network.inputSize() != size || network.clinicalLength() != clinical) {
      close();
      throw new BadInputException(
          source,
          "bundle.json says %d pixels and %d clinical values, the network takes %d and %d"
              .formatted(size, clinical, network.inputSize(), network.clinicalLength()));
    }
    int features = network.features();
    int known = manifest.inDistribution().map(FeatureDistribution::channels).orElse(features);
    if (known != features) {
      close();
      throw new BadInputException(
          source,
          "bundle.json has statistics of %d features, the network gives %d"
              .formatted(known, features));
    }
  }

  private static String name(Bundle bundle, BundleFile file) {
    return bundle.name() + "/" + file.fileName();
  }
}
