package org.strnet.training.network;

import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.strnet.training.layer.NamedTensor;

/**
 * Parameters that share a learning rate and a weight decay.
 *
 * @param part whose learning rate applies
 * @param decayed whether weight decay applies: on weights, not on norms and biases
 * @param parameters the tensors, none frozen
 */
public record ParameterGroup(Part part, boolean decayed, List<NamedTensor> parameters) {

  /** Parts of the network that learn at different rates. */
  public enum Part {
    /** The convolutional part, which usually begins pretrained. */
    BACKBONE,
    /** Neck, routing, embedding and heads. */
    HEADS
  }

  /** Copies the list. */
  public ParameterGroup {
    parameters = List.copyOf(parameters);
  }

  static ParameterGroup of(Part part, NamedTensor.Role role, List<NamedTensor> tensors) {
    return new ParameterGroup(
        part,
        role == NamedTensor.Role.WEIGHT,
        tensors.stream()
            .filter(named -> named.role() == role && named.tensor().requires_grad())
            .toList());
  }

  /** The tensors alone. */
  public List<Tensor> tensors() {
    return parameters.stream().map(NamedTensor::tensor).toList();
  }
}
