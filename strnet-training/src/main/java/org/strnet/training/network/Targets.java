package org.strnet.training.network;

import org.bytedeco.pytorch.Tensor;
import org.strnet.training.tensor.Tensors;

/**
 * What is known of a batch of N films, float32 {@code [N]} each; any finite value may stand where a
 * mask is 0.
 *
 * @param boneLoss bone loss 1, normal 0
 * @param boneLossKnown mask
 * @param osteoporosis osteoporosis 1, osteopenia 0; counts on films with known bone loss only
 * @param osteoporosisKnown mask
 * @param tScore in the target's unit
 * @param tScoreKnown mask
 * @param weight trust in the film's labels, 0 to 1
 */
public record Targets(
    Tensor boneLoss,
    Tensor boneLossKnown,
    Tensor osteoporosis,
    Tensor osteoporosisKnown,
    Tensor tScore,
    Tensor tScoreKnown,
    Tensor weight) {

  /**
   * Targets from arrays of one value per film, NaN where unknown.
   *
   * @param boneLoss 1, 0 or NaN
   * @param osteoporosis 1, 0 or NaN
   * @param tScore in the target's unit, or NaN
   * @param weight 0 to 1
   */
  public static Targets of(float[] boneLoss, float[] osteoporosis, float[] tScore, float[] weight) {
    return new Targets(
        values(boneLoss),
        mask(boneLoss),
        values(osteoporosis),
        mask(osteoporosis),
        values(tScore),
        mask(tScore),
        Tensors.of(weight, weight.length));
  }

  private static Tensor values(float[] labels) {
    float[] values = labels.clone();
    for (int i = 0; i < values.length; i++) {
      values[i] = Float.isNaN(values[i]) ? 0 : values[i];
    }
    return Tensors.of(values, values.length);
  }

  private static Tensor mask(float[] labels) {
    float[] mask = new float[labels.length];
    for (int i = 0; i < mask.length; i++) {
      mask[i] = Float.isNaN(labels[i]) ? 0 : 1;
    }
    return Tensors.of(mask, mask.length);
  }
}
