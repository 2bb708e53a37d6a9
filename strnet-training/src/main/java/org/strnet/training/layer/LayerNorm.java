package org.strnet.training.layer;

import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.strnet.training.tensor.Tensors;

/**
 * Layer norm (Ba et al. 2016) over the last dimension: {@code y = gamma (x - mean) / sqrt(var +
 * eps) + beta}, mean and (biased) variance of each film's own features.
 */
public final class LayerNorm {

  /** Added to the variance. */
  public static final double EPSILON = 1e-5;

  private final String name;
  private final int width;
  private final Tensor weight;
  private final Tensor bias;

  /** The identity's scale and shift. */
  public LayerNorm(String name, int width) {
    this.name = name;
    this.width = width;
    weight = Initial.ones(width).set_requires_grad(true);
    bias = Initial.zeros(width).set_requires_grad(true);
  }

  /** {@code [N,width] -> [N,width]}. */
  public Tensor forward(Tensor input) {
    return torch.layer_norm(
        input,
        new long[] {width},
        Tensors.optional(weight),
        Tensors.optional(bias),
        EPSILON,
        false);
  }

  /** Scale and shift under the layer's name. */
  public List<NamedTensor> tensors() {
    return List.of(
        new NamedTensor(name + ".weight", weight, NamedTensor.Role.OFFSET),
        new NamedTensor(name + ".bias", bias, NamedTensor.Role.OFFSET));
  }

  /** Name of the layer, unique in its network. */
  public String name() {
    return name;
  }

  /** Scale, {@code [width]}. */
  public Tensor weight() {
    return weight;
  }

  /** Shift, {@code [width]}. */
  public Tensor bias() {
    return bias;
  }
}
