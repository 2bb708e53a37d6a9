package org.strnet.training.study;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.strnet.provenance.BadInputException;
import org.strnet.training.network.StrNet;
import org.strnet.training.weights.BackboneWeights;
import org.strnet.training.weights.Safetensors;
import org.strnet.training.weights.StoredTensor;
import org.strnet.training.weights.StrNetWeights;

/**
 * Weights a fit begins with.
 *
 * @param backbone safetensors with torchvision or timm names for the backbone
 * @param trunk weights of an STR-Net of the same shape, of which backbone, neck and routing are
 *     taken and the heads are not; wins over {@code backbone}
 * @param bundle a bundle to go on from, with all its weights; stands alone
 */
public record InitialWeights(
    Optional<Path> backbone, Optional<Path> trunk, Optional<StartingBundle> bundle) {

  /** Random weights. */
  public static final InitialWeights RANDOM = ofBackbone(Optional.empty());

  /** Random weights but for a backbone's, where there is a file of these. */
  public static InitialWeights ofBackbone(Optional<Path> backbone) {
    return new InitialWeights(backbone, Optional.empty(), Optional.empty());
  }

  /** The network of a bundle. */
  public static InitialWeights of(StartingBundle bundle) {
    return new InitialWeights(Optional.empty(), Optional.empty(), Optional.of(bundle));
  }

  /** The same with the trunk of a network that was fitted before. */
  public InitialWeights withTrunk(Path weights) {
    return new InitialWeights(backbone, Optional.of(weights), bundle);
  }

  void into(StrNet network) {
    try {
      if (bundle.isPresent()) {
        bundle.get().into(network);
      } else if (trunk.isPresent()) {
        loadTrunk(network, trunk.get());
      } else if (backbone.isPresent()) {
        BackboneWeights.load(network.backbone(), backbone.get());
      }
    } catch (IOException e) {
      throw new BadInputException(
          trunk.or(() -> backbone).orElseThrow().toString(), "weights cannot be read", e);
    }
  }

  private static void loadTrunk(StrNet network, Path file) throws IOException {
    Map<String, StoredTensor> stored = Safetensors.read(file).tensors();
    Map<String, StoredTensor> merged = new LinkedHashMap<>(StrNetWeights.tensors(network));
    for (String name : merged.keySet().stream().filter(InitialWeights::isOfTrunk).toList()) {
      if (!stored.containsKey(name)) {
        throw new BadInputException(file.toString(), "has no tensor " + name);
      }
      merged.put(name, stored.get(name));
    }
    StrNetWeights.load(network, merged);
  }

  private static boolean isOfTrunk(String name) {
    return name.startsWith("backbone.") || name.startsWith("neck.") || name.startsWith("routing.");
  }
}
