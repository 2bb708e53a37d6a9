package org.strnet.training.layer;

import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** The largest value of each 3 x 3 window, stride 2, padding 1: the end of ResNet's stem. */
public final class MaxPool implements Layer {

  /** Side of the window. */
  public static final int KERNEL = 3;

  /** Step of the window. */
  public static final int STRIDE = 2;

  /** Rows and columns added on each side. */
  public static final int PADDING = 1;

  @Override
  public Tensor forward(Tensor input) {
    return torch.max_pool2d(
        input,
        new long[] {KERNEL, KERNEL},
        new long[] {STRIDE, STRIDE},
        new long[] {PADDING, PADDING},
        new long[] {1, 1},
        false);
  }

  @Override
  public void train(boolean on) {}

  @Override
  public List<NamedTensor> tensors() {
    return List.of();
  }

  @Override
  public List<ConvolutionNorm> convolutions() {
    return List.of();
  }
}
