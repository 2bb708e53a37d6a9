package org.strnet.training.finder;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.ScalarTypeOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * The loss of a batch of output planes.
 *
 * <p>Centre: CenterNet's focal loss (arXiv 1904.07850, equation 1, alpha 2, beta 4) {@code -(1-p)^2
 * log p} in a joint's cell and {@code -(1-g)^4 p^2 log(1-p)} elsewhere, over the number of joints.
 * A joint of unknown place adds {@code -(1-p)^2 log p} of the most confident cell of its window.
 * Offset (cells) and log width: absolute error; side: cross-entropy; each a weighted mean over the
 * cells where it is asked for, 0 where no cell asks.
 *
 * @param centre the centre loss
 * @param offset mean absolute error of x and y together, in cells
 * @param width mean absolute error of the log width
 * @param side mean cross-entropy of the side
 */
record JointLoss(Tensor centre, Tensor offset, Tensor width, Tensor side) {

  private static final double OFFSET_WEIGHT = 0.3;
  private static final double WIDTH_WEIGHT = 2;
  private static final double SIDE_WEIGHT = 0.5;

  /** How much a joint of unknown place counts against an annotated one. */
  private static final double WINDOW_WEIGHT = 0.5;

  private static final double OUTSIDE_WINDOW = -1e4;

  /**
   * @param output {@code [N,5,side,side]}, float32
   * @param batch the targets
   */
  static JointLoss of(Tensor output, JointBatch batch) {
    Tensor valueWeight = batch.planes(targets -> targets.valueWeight);
    Tensor sideWeight = batch.planes(targets -> targets.sideWeight);
    Tensor values = batch.planes(targets -> targets.values);
    Tensor offset =
        output.narrow(1, 1, 2).sub(values.narrow(1, 0, 2)).abs().sum(new long[] {1}, true, none());
    Tensor width = output.narrow(1, 3, 1).sub(values.narrow(1, 2, 1)).abs();
    Tensor logit = output.narrow(1, 4, 1);
    Tensor side = torch.softplus(logit).sub(logit.mul(values.narrow(1, 3, 1)));
    return new JointLoss(
        centre(output.narrow(1, 0, 1), batch),
        weightedMean(offset, valueWeight),
        weightedMean(width, valueWeight),
        weightedMean(side, sideWeight));
  }

  /** What is minimised. */
  Tensor total() {
    return centre
        .add(offset.mul(new Scalar(OFFSET_WEIGHT)))
        .add(width.mul(new Scalar(WIDTH_WEIGHT)))
        .add(side.mul(new Scalar(SIDE_WEIGHT)));
  }

  private static Tensor centre(Tensor logit, JointBatch batch) {
    Tensor positive = batch.planes(targets -> targets.positive);
    Tensor negative = batch.planes(targets -> targets.negative);
    Tensor p = torch.sigmoid(logit);
    Tensor wrong = p.square().mul(torch.softplus(logit)).mul(negative);
    Tensor missed = missed(logit).mul(positive);

    Tensor windows = batch.planes(targets -> targets.windows);
    Tensor present = windows.amax(new long[] {2, 3}, false);
    Tensor outside = windows.sub(new Scalar(1)).mul(new Scalar(-OUTSIDE_WINDOW));
    Tensor best = logit.add(outside).amax(new long[] {2, 3}, false);
    Tensor absent = missed(best).mul(present).mul(new Scalar(WINDOW_WEIGHT));

    Tensor joints = torch.clamp_min(positive.sum().add(present.sum()), new Scalar(1));
    return wrong.sum().add(missed.sum()).add(absent.sum()).div(joints);
  }

  /** {@code -(1-p)^2 log p}. */
  private static Tensor missed(Tensor logit) {
    Tensor doubt = torch.sigmoid(logit.neg());
    return doubt.square().mul(torch.softplus(logit.neg()));
  }

  private static Tensor weightedMean(Tensor error, Tensor weight) {
    return error.mul(weight).sum().div(torch.clamp_min(weight.sum(), new Scalar(1)));
  }

  private static ScalarTypeOptional none() {
    return new ScalarTypeOptional();
  }
}
