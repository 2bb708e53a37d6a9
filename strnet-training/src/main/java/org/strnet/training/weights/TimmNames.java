package org.strnet.training.weights;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.strnet.training.layer.ConvolutionNorm;
import org.strnet.training.layer.Stage;
import org.strnet.training.network.Backbone;

/**
 * timm's names of MobileNetV2 ({@code conv_stem}, {@code blocks.i.j}, {@code conv_head}) as
 * torchvision's. Blocks of one resolution and width share i; the first has no widening.
 */
final class TimmNames {

  private static final int[] BLOCKS_PER_GROUP = {1, 2, 3, 4, 3, 3, 1};
  private static final List<String> PLAIN = List.of("conv_dw", "conv_pw");
  private static final List<String> WIDENING = List.of("conv_pw", "conv_dw", "conv_pwl");
  private static final List<String> NORM = List.of("weight", "bias", "running_mean", "running_var");

  private TimmNames() {}

  /** Whether names of a file are timm's. */
  static boolean isMobileNet(Map<String, StoredTensor> stored) {
    return stored.containsKey("conv_stem.weight");
  }

  /** The same tensors under torchvision's names; what timm does not know keeps its name. */
  static Map<String, StoredTensor> translate(Backbone backbone, Map<String, StoredTensor> stored) {
    Map<String, String> names = names(backbone);
    Map<String, StoredTensor> translated = new LinkedHashMap<>();
    stored.forEach((name, tensor) -> translated.put(names.getOrDefault(name, name), tensor));
    return translated;
  }

  /** timm's name to torchvision's. */
  static Map<String, String> names(Backbone backbone) {
    Map<String, String> names = new LinkedHashMap<>();
    List<Stage> stages = backbone.stages();
    add(names, stages.get(0).convolutions().get(0), "conv_stem", "bn1");
    int next = 1;
    for (int group = 0; group < BLOCKS_PER_GROUP.length; group++) {
      for (int block = 0; block < BLOCKS_PER_GROUP[group]; block++) {
        String prefix = "blocks.%d.%d.".formatted(group, block);
        List<ConvolutionNorm> convolutions = stages.get(next++).convolutions();
        List<String> parts = convolutions.size() == 2 ? PLAIN : WIDENING;
        for (int i = 0; i < parts.size(); i++) {
          add(names, convolutions.get(i), prefix + parts.get(i), prefix + "bn" + (i + 1));
        }
      }
    }
    add(names, stages.get(next).convolutions().get(0), "conv_head", "bn2");
    return names;
  }

  private static void add(
      Map<String, String> names, ConvolutionNorm layer, String convolution, String norm) {
    names.put(convolution + ".weight", layer.name() + ".weight");
    for (String part : NORM) {
      names.put(norm + "." + part, layer.normName() + "." + part);
    }
  }
}
