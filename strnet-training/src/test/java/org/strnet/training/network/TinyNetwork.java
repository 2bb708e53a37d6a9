package org.strnet.training.network;

import java.util.Arrays;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.strnet.training.layer.NamedTensor;
import org.strnet.training.tensor.Tensors;
import org.strnet.training.tensor.Torch;

/** The smallest network of the tests: MobileNetV2 0.35 on films of 64 x 64. */
final class TinyNetwork {

  static final int SIDE = 64;

  static {
    // So small a network gains nothing from a second thread, and waits long for it on a busy
    // machine.
    Torch.threads(1);
  }

  private TinyNetwork() {}

  static StrNetSettings settings() {
    return StrNetSettings.defaults()
        .withBackbone(BackboneKind.MOBILENET_V2, 0.35)
        .withNeck(32, 0)
        .withRouting(Routing.EXPERTS, 2);
  }

  static Tensor films(int count, long seed) {
    Torch.seed(seed);
    return torch.randn(count, 1, SIDE, SIDE);
  }

  static Tensor noClinical(int count) {
    return torch.zeros(count, 0);
  }

  static Targets tScoresOnly(float... tScores) {
    float[] unknown = new float[tScores.length];
    Arrays.fill(unknown, Float.NaN);
    return Targets.of(unknown, unknown, tScores, ones(tScores.length));
  }

  static float[] ones(int count) {
    float[] ones = new float[count];
    Arrays.fill(ones, 1);
    return ones;
  }

  static MaskedLosses losses() {
    return new MaskedLosses(new MaskedLosses.Weights(1, 1, 1), 1, 0, 1);
  }

  /** A tensor of a network by its name. */
  static Tensor named(StrNet network, String name) {
    return network.tensors().stream()
        .filter(named -> named.name().equals(name))
        .map(NamedTensor::tensor)
        .findFirst()
        .orElseThrow();
  }

  static float[] gradient(StrNet network, String name) {
    return Tensors.toArray(named(network, name).grad());
  }
}
