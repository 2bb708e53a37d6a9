package org.strnet.training.layer;

import java.util.List;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;
import org.strnet.training.parallel.WorkerGroup;
import org.strnet.training.tensor.Precision;
import org.strnet.training.tensor.Tensors;

/**
 * Convolution without bias, batch norm, activation.
 *
 * <p>In training: {@code y = act(gamma (Wx - mean_batch) / sqrt(var_batch + eps) + beta)}. Else the
 * running statistics stand in for the batch's and are folded into the convolution, {@code y =
 * act((W s) x + beta - mean s)} with {@code s = gamma / sqrt(var + eps)}, which saves a pass over
 * the feature map; ONNX export folds the same way.
 */
public final class ConvolutionNorm implements Layer {

  /** Added to the variance, as in torchvision. */
  public static final double EPSILON = 1e-5;

  /** Share of a batch's statistics in the new running ones, as in torchvision. */
  private static final double MOMENTUM = 0.1;

  private final ConvolutionShape shape;
  private final Activation activation;
  private final String convolutionName;
  private final String normName;
  private final Tensor weight;
  private final Tensor scale;
  private final Tensor shift;
  private final Tensor runningMean;
  private final Tensor runningVariance;
  private WorkerGroup workers = WorkerGroup.alone();
  private boolean training;

  /**
   * Draws new weights (He, fan out) and the identity norm.
   *
   * @param convolutionName prefix of the convolution's weight in a weight file
   * @param normName prefix of the norm's tensors
   */
  public ConvolutionNorm(
      String convolutionName, String normName, ConvolutionShape shape, Activation activation) {
    this.shape = shape;
    this.activation = activation;
    this.convolutionName = convolutionName;
    this.normName = normName;
    weight = Initial.convolution(shape);
    scale = Initial.ones(shape.outputs()).set_requires_grad(true);
    shift = Initial.zeros(shape.outputs()).set_requires_grad(true);
    runningMean = Initial.zeros(shape.outputs());
    runningVariance = Initial.ones(shape.outputs());
  }

  @Override
  public Tensor forward(Tensor input) {
    if (!training) {
      return activation.apply(convolve(input, foldedWeight(), Tensors.optional(foldedBias())));
    }
    Tensor convolved = convolve(input, weight, Tensors.none());
    return activation.apply(workers.isAlone() ? normed(convolved) : normedTogether(convolved));
  }

  private Tensor normed(Tensor convolved) {
    return torch.batch_norm(
        convolved,
        Tensors.optional(scale),
        Tensors.optional(shift),
        Tensors.optional(runningMean),
        Tensors.optional(runningVariance),
        true,
        MOMENTUM,
        EPSILON,
        false);
  }

  private Tensor normedTogether(Tensor convolved) {
    Tensor exact = convolved.to(torch.ScalarType.Float);
    SharedNorm norm = SharedNorm.of(exact, workers);
    norm.into(runningMean, runningVariance, MOMENTUM);
    return norm.apply(exact, scale, shift, EPSILON).to(convolved.scalar_type());
  }

  /** Takes the batch's statistics over the parts of all workers. */
  public void share(WorkerGroup group) {
    workers = group;
  }

  private Tensor convolve(Tensor input, Tensor kernel, TensorOptional bias) {
    if (isSlowInBfloat16() && input.scalar_type().intern() == torch.ScalarType.BFloat16) {
      try (Precision.Autocast off = Precision.FLOAT32.autocast()) {
        Tensor exact = convolved(input.to(torch.ScalarType.Float), kernel, bias);
        return exact.to(torch.ScalarType.BFloat16);
      }
    }
    return convolved(input, kernel, bias);
  }

  /**
   * oneDNN 3 has a general kernel only for the gradient of such a convolution in bfloat16: four of
   * MobileNetV2's 52 convolutions then take half the time of all.
   */
  private boolean isSlowInBfloat16() {
    return shape.groups() > 1 && shape.stride() > 1;
  }

  private Tensor convolved(Tensor input, Tensor kernel, TensorOptional bias) {
    long[] stride = {shape.stride(), shape.stride()};
    long[] padding = {shape.padding(), shape.padding()};
    return torch.conv2d(input, kernel, bias, stride, padding, new long[] {1, 1}, shape.groups());
  }

  /** The convolution's weight with the running norm folded in, {@code [out,in/groups,k,k]}. */
  public Tensor foldedWeight() {
    return weight.mul(foldedScale().reshape(-1, 1, 1, 1));
  }

  /** The bias that stands for the running norm's shift, {@code [out]}. */
  public Tensor foldedBias() {
    return shift.sub(runningMean.mul(foldedScale()));
  }

  private Tensor foldedScale() {
    return scale.mul(runningVariance.add(new Scalar(EPSILON)).rsqrt());
  }

  @Override
  public void train(boolean on) {
    training = on;
  }

  @Override
  public List<NamedTensor> tensors() {
    return List.of(
        new NamedTensor(convolutionName + ".weight", weight, NamedTensor.Role.WEIGHT),
        new NamedTensor(normName + ".weight", scale, NamedTensor.Role.OFFSET),
        new NamedTensor(normName + ".bias", shift, NamedTensor.Role.OFFSET),
        new NamedTensor(normName + ".running_mean", runningMean, NamedTensor.Role.STATISTIC),
        new NamedTensor(normName + ".running_var", runningVariance, NamedTensor.Role.STATISTIC));
  }

  @Override
  public List<ConvolutionNorm> convolutions() {
    return List.of(this);
  }

  /** Channels, window, stride, groups and padding. */
  public ConvolutionShape shape() {
    return shape;
  }

  /** What follows the norm. */
  public Activation activation() {
    return activation;
  }

  /** Name of the convolution, unique in its backbone. */
  public String name() {
    return convolutionName;
  }

  /** Name of the norm, unique in its backbone. */
  public String normName() {
    return normName;
  }

  /** The convolution's weight, {@code [out,in/groups,k,k]}. */
  public Tensor weight() {
    return weight;
  }

  /** The norm's scale gamma, {@code [out]}. */
  public Tensor scale() {
    return scale;
  }

  /** The norm's shift beta, {@code [out]}. */
  public Tensor shift() {
    return shift;
  }

  /** The norm's running mean, {@code [out]}. */
  public Tensor runningMean() {
    return runningMean;
  }

  /** The norm's running variance, {@code [out]}. */
  public Tensor runningVariance() {
    return runningVariance;
  }
}
