package org.strnet.training.finder;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.strnet.knee.JointNetwork;
import org.strnet.training.layer.Activation;
import org.strnet.training.layer.ConvolutionNorm;
import org.strnet.training.layer.ConvolutionShape;
import org.strnet.training.layer.NamedTensor;
import org.strnet.training.tensor.GradientMode;
import org.strnet.training.tensor.Precision;
import org.strnet.training.tensor.TensorScope;
import org.strnet.training.tensor.Tensors;

/**
 * The finder's network: {@code [N,1,S,S]} to {@code [N,5,S/4,S/4]}, S a multiple of 32.
 *
 * <p>Five 3x3 convolutions of stride 2 with a residual convolution behind the last three, then the
 * way back up to stride 4 with the encoder's maps added (feature pyramid, Lin et al. 2017, arXiv
 * 1612.03144). Plain convolutions rather than depthwise ones: on a CPU they do more work in the
 * same time. Every convolution but the last is followed by batch norm and ReLU. Weights start at
 * random.
 */
final class JointNet {

  private static final int STEM = 16;

  /** Centre logit at the start: few cells hold a joint (focal loss, arXiv 1708.02002, 3.3). */
  private static final float CENTRE_START = -3;

  private final ConvolutionNorm stem;
  private final List<ConvolutionNorm> down = new ArrayList<>();
  private final List<ConvolutionNorm> residual = new ArrayList<>();
  private final List<ConvolutionNorm> lateral = new ArrayList<>();
  private final List<ConvolutionNorm> smooth = new ArrayList<>();
  private final Tensor headWeight;
  private final Tensor headBias;

  /**
   * Widths of the network.
   *
   * @param quarter channels at stride 4
   * @param eighth channels at stride 8
   * @param sixteenth channels at stride 16
   * @param deepest channels at stride 32
   * @param pyramid channels on the way up to stride 8
   */
  record Widths(int quarter, int eighth, int sixteenth, int deepest, int pyramid) {
    /** The released size: 91 million multiply-adds at 192 x 192. */
    static Widths standard() {
      return new Widths(32, 48, 80, 128, 48);
    }
  }

  /** Draws new weights from LibTorch's seeded generator. */
  JointNet(Widths widths) {
    stem = convolution("stem", STEM, 1, 3, 2);
    int[] channels = {
      STEM, widths.quarter(), widths.eighth(), widths.sixteenth(), widths.deepest()
    };
    for (int i = 1; i < channels.length; i++) {
      down.add(convolution("down." + i, channels[i], channels[i - 1], 3, 2));
      if (i > 1) {
        residual.add(convolution("residual." + i, channels[i], channels[i], 3, 1));
      }
    }
    int pyramid = widths.pyramid();
    lateral.add(convolution("lateral.4", pyramid, widths.deepest(), 1, 1));
    lateral.add(convolution("lateral.3", pyramid, widths.sixteenth(), 1, 1));
    lateral.add(convolution("lateral.2", pyramid, widths.eighth(), 1, 1));
    lateral.add(convolution("lateral.1", widths.quarter(), widths.quarter(), 1, 1));
    smooth.add(convolution("smooth.3", pyramid, pyramid, 3, 1));
    smooth.add(convolution("smooth.2", widths.quarter(), pyramid, 3, 1));
    smooth.add(convolution("smooth.1", widths.quarter(), widths.quarter(), 3, 1));
    try (TensorScope scope = TensorScope.open();
        GradientMode off = GradientMode.off()) {
      Tensor weight = torch.empty(JointNetwork.CHANNELS, widths.quarter(), 1, 1);
      torch.normal_(weight, 0, 0.01);
      headWeight = TensorScope.permanent(weight.set_requires_grad(true));
      float[] bias = {CENTRE_START, 0, 0, 2, 0};
      headBias = TensorScope.permanent(Tensors.of(bias, bias.length).set_requires_grad(true));
    }
  }

  private static ConvolutionNorm convolution(
      String name, int outputs, int inputs, int kernel, int stride) {
    return new ConvolutionNorm(
        name,
        name + ".norm",
        ConvolutionShape.dense(inputs, outputs, kernel, stride),
        Activation.RELU);
  }

  /**
   * The output planes, float32.
   *
   * @param films {@code [N,1,S,S]}
   * @param precision of all convolutions but the last
   */
  Tensor forward(Tensor films, Precision precision) {
    Tensor features;
    try (Precision.Autocast autocast = precision.autocast()) {
      features = features(films);
    }
    Tensor plain = features.to(torch.ScalarType.Float);
    long[] one = {1, 1};
    return torch.conv2d(
        plain, headWeight, Tensors.optional(headBias), one, new long[] {0, 0}, one, 1);
  }

  private Tensor features(Tensor films) {
    List<Tensor> maps = new ArrayList<>();
    Tensor map = stem.forward(films);
    for (int i = 0; i < down.size(); i++) {
      map = down.get(i).forward(map);
      if (i > 0) {
        map = map.add(residual.get(i - 1).forward(map));
      }
      maps.add(map);
    }
    Tensor up = lateral.get(0).forward(map);
    for (int i = 0; i < smooth.size(); i++) {
      Tensor beside = lateral.get(i + 1).forward(maps.get(maps.size() - 2 - i));
      up = smooth.get(i).forward(upsampled(up).add(beside));
    }
    return up;
  }

  private static Tensor upsampled(Tensor map) {
    return torch.upsample_nearest2d(map, new long[] {2 * map.size(2), 2 * map.size(3)});
  }

  /** Switches between the batch's statistics and the running ones. */
  void train(boolean on) {
    convolutions().forEach(convolution -> convolution.train(on));
  }

  /** All convolutions but the head. */
  List<ConvolutionNorm> convolutions() {
    return Stream.of(List.of(stem), down, residual, lateral, smooth).flatMap(List::stream).toList();
  }

  /** All tensors under fixed names. */
  List<NamedTensor> tensors() {
    List<NamedTensor> all = new ArrayList<>();
    convolutions().forEach(convolution -> all.addAll(convolution.tensors()));
    all.add(new NamedTensor("head.weight", headWeight, NamedTensor.Role.WEIGHT));
    all.add(new NamedTensor("head.bias", headBias, NamedTensor.Role.OFFSET));
    return all;
  }

  /** The layers as they are wired, for writing them elsewhere. */
  Wiring wiring() {
    return new Wiring(stem, down, residual, lateral, smooth, headWeight, headBias);
  }

  /** See {@link #features}: the same names, in the same order. */
  record Wiring(
      ConvolutionNorm stem,
      List<ConvolutionNorm> down,
      List<ConvolutionNorm> residual,
      List<ConvolutionNorm> lateral,
      List<ConvolutionNorm> smooth,
      Tensor headWeight,
      Tensor headBias) {}

  /** This network as the finder runs it; not for several threads while it is being trained. */
  JointNetwork inference() {
    return (film, size) -> {
      try (TensorScope scope = TensorScope.open();
          GradientMode off = GradientMode.off()) {
        Tensor films = Tensors.channelsLast(Tensors.of(film, 1, 1, size, size));
        return Tensors.toArray(forward(films, Precision.FLOAT32));
      }
    };
  }
}
