package org.strnet.training.layer;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.strnet.training.tensor.GradientMode;
import org.strnet.training.tensor.TensorScope;
import org.strnet.training.tensor.Tensors;

/** First values of weights, drawn from LibTorch's seeded generator; they outlive all scopes. */
final class Initial {

  private Initial() {}

  /** He et al. 2015, normal, fan out: {@code sd = sqrt(2 / (out k k / groups))}. */
  static Tensor convolution(ConvolutionShape shape) {
    int k = shape.kernel();
    double fanOut = (double) shape.outputs() * k * k / shape.groups();
    try (TensorScope scope = TensorScope.open();
        GradientMode off = GradientMode.off()) {
      Tensor weight = torch.empty(shape.outputs(), shape.inputs() / shape.groups(), k, k);
      torch.normal_(weight, 0, Math.sqrt(2 / fanOut));
      return TensorScope.permanent(Tensors.channelsLast(weight).set_requires_grad(true));
    }
  }

  /** Uniform within {@code +-1/sqrt(fanIn)}, LibTorch's own choice for linear layers. */
  static Tensor uniform(int fanIn, long... shape) {
    double bound = 1 / Math.sqrt(fanIn);
    try (TensorScope scope = TensorScope.open();
        GradientMode off = GradientMode.off()) {
      Tensor weight = torch.empty(shape);
      torch.uniform_(weight, -bound, bound);
      return TensorScope.permanent(weight.set_requires_grad(true));
    }
  }

  static Tensor ones(long length) {
    return TensorScope.permanent(torch.ones(length));
  }

  static Tensor zeros(long length) {
    return TensorScope.permanent(torch.zeros(length));
  }
}
