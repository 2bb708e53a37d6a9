package org.strnet.calibration;

import java.util.function.Function;

/**
 * From a head's logit to a probability: how a bundle is calibrated. A map never falls as the logit
 * rises, so that the order of films is kept, but for ties.
 */
public sealed interface CalibrationMap permits LogitScaling, IsotonicMap {

  /**
   * The probability of a logit, 0 to 1.
   *
   * @param logit finite
   */
  double probability(double logit);

  /** What is to be done with either kind of map. */
  <T> T fold(Function<LogitScaling, T> scaling, Function<IsotonicMap, T> isotonic);
}
