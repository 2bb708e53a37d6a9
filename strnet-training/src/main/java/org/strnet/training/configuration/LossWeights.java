package org.strnet.training.configuration;

/**
 * Weights of the three losses in their sum.
 *
 * @param screening of the bone-loss loss
 * @param severity of the severity loss
 * @param tScore of the T-score loss
 */
public record LossWeights(double screening, double severity, double tScore) {

  /** None may be negative, one must count. */
  public LossWeights {
    if (!(screening >= 0 && severity >= 0 && tScore >= 0 && screening + severity + tScore > 0)) {
      throw new IllegalArgumentException(
          "loss weights must not be negative and not all zero, found %s, %s, %s"
              .formatted(screening, severity, tScore));
    }
  }
}
