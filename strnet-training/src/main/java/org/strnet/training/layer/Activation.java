package org.strnet.training.layer;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** What follows a convolution. */
public enum Activation {
  /** Nothing. */
  NONE,
  /** {@code max(0, x)}. */
  RELU,
  /** {@code min(max(0, x), 6)}. */
  RELU6;

  /**
   * Applies it in place.
   *
   * <p>ReLU6 is written as hardtanh because its gradient needs the result only; that of clamp needs
   * the input, which costs a copy of every feature map.
   */
  Tensor apply(Tensor x) {
    return switch (this) {
      case NONE -> x;
      case RELU -> torch.relu_(x);
      case RELU6 -> torch.hardtanh_(x, new Scalar(0f), new Scalar(6f));
    };
  }
}
