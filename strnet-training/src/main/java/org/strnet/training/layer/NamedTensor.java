package org.strnet.training.layer;

import org.bytedeco.pytorch.Tensor;

/**
 * A tensor that belongs to a network, under its name in a weight file.
 *
 * @param name such as {@code features.0.0.weight}
 * @param tensor the tensor itself, not a copy
 * @param role what it is to the optimiser
 */
public record NamedTensor(String name, Tensor tensor, Role role) {

  /** What a tensor is to the optimiser. */
  public enum Role {
    /** Learnt, with weight decay. */
    WEIGHT,
    /** Learnt, without weight decay: biases, scales and shifts of norms. */
    OFFSET,
    /** Not learnt: running statistics of batch norm. */
    STATISTIC
  }

  /** The same under a longer name. */
  public NamedTensor under(String prefix) {
    return new NamedTensor(prefix + "." + name, tensor, role);
  }

  /** Whether the optimiser may move it. */
  public boolean isLearnt() {
    return role != Role.STATISTIC;
  }
}
