package org.strnet.calibration;

import org.strnet.network.NetworkOutput;

/**
 * Turns the heads' output into probabilities and a T-score interval.
 *
 * @param boneLoss map of the bone-loss logit
 * @param severity map of the severity logit
 * @param tScore half-width of the T-score interval
 */
public record Calibration(
    CalibrationMap boneLoss, CalibrationMap severity, ConformalInterval tScore) {

  /** Probability of bone loss, 0 to 1. */
  public double boneLossProbability(NetworkOutput output) {
    return boneLoss.probability(output.boneLossLogit());
  }

  /** Probability of osteoporosis given bone loss, 0 to 1. */
  public double severityProbability(NetworkOutput output) {
    return severity.probability(output.severityLogit());
  }
}
