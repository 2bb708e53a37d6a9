package org.strnet.training.layer;

import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.strnet.training.tensor.Tensors;

/** {@code y = x W' + b}: {@code [N,in] -> [N,out]}. */
public final class Linear {

  private final String name;
  private final Tensor weight;
  private final Tensor bias;

  /** Draws new weights and biases within {@code +-1/sqrt(inputs)}. */
  public Linear(String name, int inputs, int outputs) {
    this.name = name;
    weight = Initial.uniform(inputs, outputs, inputs);
    bias = Initial.uniform(inputs, outputs);
  }

  /** Sets weights and biases to 0: the layer then says nothing until it has learnt. */
  public void clear() {
    Tensors.assign(weight, new float[Math.toIntExact(weight.numel())]);
    Tensors.assign(bias, new float[Math.toIntExact(bias.numel())]);
  }

  /** The layer's output, {@code [N,out]}. */
  public Tensor forward(Tensor input) {
    return torch.linear(input, weight, bias);
  }

  /** Weight and bias under the layer's name. */
  public List<NamedTensor> tensors() {
    return List.of(
        new NamedTensor(name + ".weight", weight, NamedTensor.Role.WEIGHT),
        new NamedTensor(name + ".bias", bias, NamedTensor.Role.OFFSET));
  }

  /** Name of the layer, unique in its network. */
  public String name() {
    return name;
  }

  /** {@code [out,in]}. */
  public Tensor weight() {
    return weight;
  }

  /** {@code [out]}. */
  public Tensor bias() {
    return bias;
  }
}
