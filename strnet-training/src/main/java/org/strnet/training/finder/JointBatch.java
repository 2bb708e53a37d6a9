package org.strnet.training.finder;

import java.util.List;
import java.util.function.Function;
import org.bytedeco.pytorch.Tensor;
import org.strnet.training.finder.scene.FinderSample;
import org.strnet.training.tensor.Tensors;

/**
 * Some pictures and their targets, not yet tensors.
 *
 * @param samples the pictures, all of one size
 * @param targets their targets, in the same order
 */
record JointBatch(List<FinderSample> samples, List<JointTargets> targets) {

  /** Copies the lists. */
  JointBatch {
    samples = List.copyOf(samples);
    targets = List.copyOf(targets);
    if (samples.isEmpty() || samples.size() != targets.size()) {
      throw new IllegalArgumentException(
          "as many targets as pictures and at least one, found %d, %d"
              .formatted(samples.size(), targets.size()));
    }
  }

  /** Draws the targets of some pictures. */
  static JointBatch of(List<FinderSample> samples) {
    return new JointBatch(samples, samples.stream().map(JointTargets::of).toList());
  }

  /** The pictures, {@code [N,1,size,size]}. */
  Tensor films() {
    int size = samples.get(0).size();
    float[] all = new float[samples.size() * size * size];
    for (int n = 0; n < samples.size(); n++) {
      System.arraycopy(samples.get(n).film(), 0, all, n * size * size, size * size);
    }
    return Tensors.channelsLast(Tensors.of(all, samples.size(), 1, size, size));
  }

  /** One kind of target, {@code [N,planes,side,side]}. */
  Tensor planes(Function<JointTargets, float[]> kind) {
    int side = targets.get(0).side;
    int each = kind.apply(targets.get(0)).length;
    float[] all = new float[targets.size() * each];
    for (int n = 0; n < targets.size(); n++) {
      System.arraycopy(kind.apply(targets.get(n)), 0, all, n * each, each);
    }
    return Tensors.of(all, targets.size(), each / (side * side), side, side);
  }
}
