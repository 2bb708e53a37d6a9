package org.strnet.training.layer;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.Tensor;

/**
 * MobileNetV2's block (Sandler et al. 2018, table 1): widen by 1 x 1, filter each channel by 3 x 3,
 * narrow by 1 x 1 without activation; the input is added when its shape is that of the output.
 */
public final class InvertedResidual implements Layer {

  private final List<ConvolutionNorm> convolutions;
  private final boolean shortcut;

  /**
   * @param name torchvision's prefix, such as {@code features.3}
   * @param inputs channels in
   * @param outputs channels out
   * @param stride of the 3 x 3 convolution
   * @param expansion widening; 1 leaves the first convolution out
   */
  public InvertedResidual(String name, int inputs, int outputs, int stride, int expansion) {
    int hidden = inputs * expansion;
    String prefix = name + ".conv.";
    List<ConvolutionNorm> list = new ArrayList<>();
    if (expansion != 1) {
      list.add(nested(prefix + "0", ConvolutionShape.dense(inputs, hidden, 1, 1)));
    }
    list.add(nested(prefix + list.size(), ConvolutionShape.depthwise(hidden, 3, stride)));
    int last = list.size();
    list.add(
        new ConvolutionNorm(
            prefix + last,
            prefix + (last + 1),
            ConvolutionShape.dense(hidden, outputs, 1, 1),
            Activation.NONE));
    convolutions = List.copyOf(list);
    shortcut = stride == 1 && inputs == outputs;
  }

  private static ConvolutionNorm nested(String name, ConvolutionShape shape) {
    return new ConvolutionNorm(name + ".0", name + ".1", shape, Activation.RELU6);
  }

  @Override
  public Tensor forward(Tensor input) {
    Tensor x = input;
    for (ConvolutionNorm convolution : convolutions) {
      x = convolution.forward(x);
    }
    return shortcut ? x.add_(input) : x;
  }

  @Override
  public void train(boolean on) {
    convolutions.forEach(convolution -> convolution.train(on));
  }

  @Override
  public List<NamedTensor> tensors() {
    return convolutions.stream().flatMap(c -> c.tensors().stream()).toList();
  }

  @Override
  public List<ConvolutionNorm> convolutions() {
    return convolutions;
  }

  /** Whether the input is added to the last convolution's output. */
  public boolean shortcut() {
    return shortcut;
  }
}
