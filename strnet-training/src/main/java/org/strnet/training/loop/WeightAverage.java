package org.strnet.training.loop;

import java.util.List;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.strnet.training.layer.NamedTensor;
import org.strnet.training.network.StrNet;
import org.strnet.training.tensor.GradientMode;
import org.strnet.training.tensor.TensorScope;

/**
 * An exponential moving average of a network's weights and batch-norm statistics (Polyak and
 * Juditsky 1992), kept in a second network of the same shape: that one is validated and exported.
 * Early on the decay is smaller, {@code min(decay, (1 + step) / (10 + step))}, so that the random
 * start is forgotten.
 */
final class WeightAverage {

  private final double decay;
  private final List<NamedTensor> source;
  private final List<NamedTensor> average;

  /**
   * @param source the network in training
   * @param average receives the average; has the same shape
   * @param decay per step, 0 (always the latest weights) to below 1
   */
  WeightAverage(StrNet source, StrNet average, double decay) {
    this.decay = decay;
    this.source = source.tensors();
    this.average = average.tensors();
  }

  /** Moves the average towards the network's weights after a step, counted from 0. */
  void update(int step) {
    blend(1 - Math.min(decay, (1.0 + step) / (10.0 + step)));
  }

  /** Makes the average equal to the network. */
  void reset() {
    blend(1);
  }

  private void blend(double share) {
    try (TensorScope scope = TensorScope.open();
        GradientMode off = GradientMode.off()) {
      Scalar weight = new Scalar(share);
      for (int i = 0; i < source.size(); i++) {
        Tensor from = source.get(i).tensor();
        Tensor into = average.get(i).tensor();
        if (share < 1) {
          into.lerp_(from, weight);
        } else {
          into.copy_(from);
        }
      }
    }
  }
}
