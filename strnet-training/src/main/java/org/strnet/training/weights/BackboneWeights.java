package org.strnet.training.weights;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.strnet.provenance.BadInputException;
import org.strnet.training.network.Backbone;
import org.strnet.training.network.BackboneKind;
import org.strnet.training.tensor.Tensors;

/** Pretrained weights for a backbone, by torchvision's or timm's names. */
public final class BackboneWeights {

  private static final int RGB = 3;

  private BackboneWeights() {}

  /**
   * Loads every tensor of a backbone. The classifier and batch norm's counters are passed over by
   * name; a first convolution for three colours is summed over them, which is what a gray picture
   * shown as RGB would see.
   *
   * @throws BadInputException if a tensor is missing, unknown or has another shape; the backbone is
   *     then as before
   */
  public static void load(Backbone backbone, Path path) throws IOException {
    String source = String.valueOf(path.getFileName());
    Map<String, StoredTensor> stored =
        Safetensors.read(path, BackboneWeights::isNotOfTheBackbone).tensors();
    if (backbone.kind() == BackboneKind.MOBILENET_V2 && TimmNames.isMobileNet(stored)) {
      stored = TimmNames.translate(backbone, stored);
    }
    StateLoader.load(source, backbone.tensors(), withSingleChannel(backbone, stored));
  }

  private static boolean isNotOfTheBackbone(String name) {
    return name.startsWith("classifier.")
        || name.startsWith("fc.")
        || name.endsWith(".num_batches_tracked");
  }

  private static Map<String, StoredTensor> withSingleChannel(
      Backbone backbone, Map<String, StoredTensor> stored) {
    var first = backbone.stages().get(0).convolutions().get(0);
    String name = first.name() + ".weight";
    long[] shape = Tensors.shape(first.weight());
    StoredTensor tensor = stored.get(name);
    if (tensor == null || !tensor.hasShape(shape[0], RGB, shape[2], shape[3])) {
      return stored;
    }
    Map<String, StoredTensor> gray = new LinkedHashMap<>(stored);
    gray.put(name, new StoredTensor(shape, summedOverColours(tensor.values(), shape)));
    return gray;
  }

  private static float[] summedOverColours(float[] rgb, long[] shape) {
    int window = (int) (shape[2] * shape[3]);
    float[] gray = new float[(int) shape[0] * window];
    for (int i = 0; i < gray.length; i++) {
      int red = i / window * RGB * window + i % window;
      gray[i] = rgb[red] + rgb[red + window] + rgb[red + 2 * window];
    }
    return gray;
  }
}
