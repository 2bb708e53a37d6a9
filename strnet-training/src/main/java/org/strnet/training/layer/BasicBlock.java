package org.strnet.training.layer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * ResNet-18's block (He et al. 2016): two 3 x 3 convolutions, the input added (projected by 1 x 1
 * when the shape changes), ReLU.
 */
public final class BasicBlock implements Layer {

  private final ConvolutionNorm first;
  private final ConvolutionNorm second;
  private final Optional<ConvolutionNorm> projection;

  /**
   * @param name torchvision's prefix, such as {@code layer2.0}
   * @param inputs channels in
   * @param outputs channels out
   * @param stride of the first convolution
   */
  public BasicBlock(String name, int inputs, int outputs, int stride) {
    first =
        new ConvolutionNorm(
            name + ".conv1",
            name + ".bn1",
            ConvolutionShape.dense(inputs, outputs, 3, stride),
            Activation.RELU);
    second =
        new ConvolutionNorm(
            name + ".conv2",
            name + ".bn2",
            ConvolutionShape.dense(outputs, outputs, 3, 1),
            Activation.NONE);
    projection =
        stride == 1 && inputs == outputs
            ? Optional.empty()
            : Optional.of(
                new ConvolutionNorm(
                    name + ".downsample.0",
                    name + ".downsample.1",
                    ConvolutionShape.dense(inputs, outputs, 1, stride),
                    Activation.NONE));
  }

  @Override
  public Tensor forward(Tensor input) {
    Tensor shortcut = projection.isPresent() ? projection.get().forward(input) : input;
    return torch.relu_(second.forward(first.forward(input)).add_(shortcut));
  }

  @Override
  public void train(boolean on) {
    convolutions().forEach(convolution -> convolution.train(on));
  }

  @Override
  public List<NamedTensor> tensors() {
    return convolutions().stream().flatMap(c -> c.tensors().stream()).toList();
  }

  @Override
  public List<ConvolutionNorm> convolutions() {
    List<ConvolutionNorm> all = new ArrayList<>(List.of(first, second));
    projection.ifPresent(all::add);
    return List.copyOf(all);
  }

  /** The 3 x 3 convolution that may step, with ReLU. */
  public ConvolutionNorm first() {
    return first;
  }

  /** The 3 x 3 convolution before the sum, without activation. */
  public ConvolutionNorm second() {
    return second;
  }

  /** The 1 x 1 convolution on the shortcut, where the shape changes. */
  public Optional<ConvolutionNorm> projection() {
    return projection;
  }
}
