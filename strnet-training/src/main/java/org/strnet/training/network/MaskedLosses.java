package org.strnet.training.network;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.strnet.training.parallel.WorkerGroup;
import org.strnet.training.tensor.Tensors;

/**
 * The three losses, each over the films whose label is known: {@code sum_i w_i m_i l_i / sum_i w_i
 * m_i} with label weights w and mask m, and 0 (still part of the graph) when no label is known.
 *
 * <ul>
 *   <li>screening: binary cross-entropy of the bone-loss logit;
 *   <li>severity: binary cross-entropy of the severity logit, on films with bone loss only;
 *   <li>T-score: Huber loss on the standardised T-score.
 * </ul>
 *
 * @param weights share of each loss in the total
 * @param huberDelta where Huber's loss turns from square to line, in standard deviations
 * @param tScoreMean mean that standardises the target
 * @param tScoreStandardDeviation standard deviation that does
 */
public record MaskedLosses(
    Weights weights, double huberDelta, double tScoreMean, double tScoreStandardDeviation) {

  /** LibTorch's code for a loss per film instead of their mean. */
  private static final long PER_FILM = 0;

  /**
   * Share of each loss in the total, 0 or more.
   *
   * @param screening of the screening loss
   * @param severity of the severity loss
   * @param tScore of the T-score loss
   */
  public record Weights(double screening, double severity, double tScore) {
    /** Refuses negative weights. */
    public Weights {
      if (!(screening >= 0 && severity >= 0 && tScore >= 0)) {
        throw new IllegalArgumentException(
            "task weights must be 0 or more, found %s, %s, %s"
                .formatted(screening, severity, tScore));
      }
    }
  }

  /**
   * Losses of one batch, scalars with gradient.
   *
   * @param screening unweighted
   * @param severity unweighted
   * @param tScore unweighted
   * @param total weighted sum
   */
  public record Values(Tensor screening, Tensor severity, Tensor tScore, Tensor total) {}

  /** Checks ranges. */
  public MaskedLosses {
    if (!(huberDelta > 0 && tScoreStandardDeviation > 0)) {
      throw new IllegalArgumentException(
          "Huber's delta and the standard deviation must be positive, found %s, %s"
              .formatted(huberDelta, tScoreStandardDeviation));
    }
  }

  /** Losses that standardise T-scores as the network does. */
  public static MaskedLosses of(StrNetSettings settings, Weights weights, double huberDelta) {
    return new MaskedLosses(
        weights, huberDelta, settings.tScoreMean(), settings.tScoreStandardDeviation());
  }

  /** The losses of a batch. */
  public Values of(HeadTensors heads, Targets targets) {
    return of(heads, targets, WorkerGroup.alone());
  }

  /**
   * A worker's part of the losses of a batch: the sums of its films over the weights of all. The
   * workers' parts add up to the losses of the whole batch.
   */
  public Values of(HeadTensors heads, Targets targets, WorkerGroup workers) {
    Tensor withLoss = targets.boneLossKnown().mul(targets.boneLoss());
    Tensor screening =
        weightedMean(
            crossEntropy(heads.boneLossLogit(), targets.boneLoss()),
            targets.boneLossKnown().mul(targets.weight()),
            workers);
    Tensor severity =
        weightedMean(
            crossEntropy(heads.severityLogit(), targets.osteoporosis()),
            withLoss.mul(targets.osteoporosisKnown()).mul(targets.weight()),
            workers);
    Tensor tScore =
        weightedMean(
            torch.huber_loss(heads.tScore(), standardised(targets.tScore()), PER_FILM, huberDelta),
            targets.tScoreKnown().mul(targets.weight()),
            workers);
    Tensor total =
        screening
            .mul(new Scalar(weights.screening()))
            .add(severity.mul(new Scalar(weights.severity())))
            .add(tScore.mul(new Scalar(weights.tScore())));
    return new Values(screening, severity, tScore, total);
  }

  private static Tensor crossEntropy(Tensor logit, Tensor label) {
    return torch.binary_cross_entropy_with_logits(
        logit, label, Tensors.none(), Tensors.none(), PER_FILM);
  }

  private Tensor standardised(Tensor tScore) {
    return tScore.sub(new Scalar(tScoreMean)).div(new Scalar(tScoreStandardDeviation));
  }

  private static Tensor weightedMean(Tensor loss, Tensor weight, WorkerGroup workers) {
    Tensor sum = weight.sum();
    workers.sum(sum);
    Tensor divisor = sum.add(torch.eq(sum, new Scalar(0)).to(torch.ScalarType.Float));
    return loss.mul(weight).sum().div(divisor);
  }
}
