package org.strnet.training.layer;

import java.util.List;
import org.bytedeco.pytorch.Tensor;

/**
 * Layers of a backbone that are frozen together.
 *
 * @param name torchvision's prefix, such as {@code features.3}; {@code stem} for ResNet's first
 *     convolution and pooling
 * @param layers in the order of evaluation
 */
public record Stage(String name, List<Layer> layers) {

  /** Copies the list. */
  public Stage {
    layers = List.copyOf(layers);
  }

  /** The last layer's feature maps. */
  public Tensor forward(Tensor input) {
    Tensor x = input;
    for (Layer layer : layers) {
      x = layer.forward(x);
    }
    return x;
  }

  /** As {@link Layer#train}, for all layers. */
  public void train(boolean on) {
    layers.forEach(layer -> layer.train(on));
  }

  /** All tensors of the stage. */
  public List<NamedTensor> tensors() {
    return layers.stream().flatMap(layer -> layer.tensors().stream()).toList();
  }

  /** Channels of its map. */
  public int channels() {
    List<ConvolutionNorm> all = convolutions();
    return all.get(all.size() - 1).shape().outputs();
  }

  /** The stage's convolutions in the order of evaluation. */
  public List<ConvolutionNorm> convolutions() {
    return layers.stream().flatMap(layer -> layer.convolutions().stream()).toList();
  }
}
