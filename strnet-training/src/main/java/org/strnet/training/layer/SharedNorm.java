package org.strnet.training.layer;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.T_TensorTensor_T;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.strnet.training.parallel.WorkerGroup;
import org.strnet.training.tensor.GradientMode;

/**
 * Batch norm over a batch that several workers share. Each sends its channels' mean, variance and
 * count once; they are combined by Chan, Golub and LeVeque's formula (1983), which loses nothing to
 * cancellation: {@code mean = sum w_r m_r}, {@code var = sum w_r (v_r + (m_r - mean)^2)} with
 * {@code w_r} the worker's share of the values.
 *
 * @param mean of the whole batch, {@code [C]}, with gradient
 * @param variance of the whole batch, biased, {@code [C]}, with gradient
 * @param count values of a channel in the whole batch, {@code [1]}
 */
record SharedNorm(Tensor mean, Tensor variance, Tensor count) {

  /**
   * Statistics of the whole batch.
   *
   * @param part this worker's feature maps, {@code [n,C,h,w]}, float32
   */
  static SharedNorm of(Tensor part, WorkerGroup group) {
    long channels = part.size(1);
    T_TensorTensor_T own = torch.var_mean(part, new long[] {0, 2, 3}, false, false);
    long values = part.numel() / channels;
    Tensor count = torch.full(new long[] {1}, new Scalar((float) values));
    Tensor row = torch.cat(new TensorVector(own.get1(), own.get0(), count), 0);
    Tensor slot = torch.zeros(group.rank().workers(), 1);
    slot.select(0, group.rank().rank()).fill_(new Scalar(1f));
    Tensor all = group.sumWithGradient(slot.mul(row));
    Tensor means = all.narrow(1, 0, channels);
    Tensor variances = all.narrow(1, channels, channels);
    Tensor counts = all.narrow(1, 2 * channels, 1).detach();
    Tensor total = counts.sum();
    Tensor shares = counts.div(total);
    Tensor mean = shares.mul(means).sum(0);
    Tensor apart = means.sub(mean);
    return new SharedNorm(mean, shares.mul(variances.add(apart.mul(apart))).sum(0), total);
  }

  /** {@code gamma (x - mean) / sqrt(var + eps) + beta}. */
  Tensor apply(Tensor part, Tensor scale, Tensor shift, double epsilon) {
    Tensor factor = scale.mul(variance.add(new Scalar(epsilon)).rsqrt());
    Tensor constant = shift.sub(mean.mul(factor));
    return constant.reshape(1, -1, 1, 1).addcmul(part, factor.reshape(1, -1, 1, 1));
  }

  /** Moves the running statistics; the running variance is the unbiased one, as in torchvision. */
  void into(Tensor runningMean, Tensor runningVariance, double momentum) {
    try (GradientMode off = GradientMode.off()) {
      Scalar share = new Scalar(momentum);
      Tensor unbiased = variance.mul(count.div(count.sub(new Scalar(1f))));
      runningMean.lerp_(mean.detach(), share);
      runningVariance.lerp_(unbiased.detach(), share);
    }
  }
}
