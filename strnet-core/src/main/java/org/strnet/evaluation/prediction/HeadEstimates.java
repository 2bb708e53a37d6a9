package org.strnet.evaluation.prediction;

import java.util.Optional;
import java.util.OptionalDouble;
import org.strnet.decision.Decision;
import org.strnet.evaluation.estimate.Interval;

/**
 * What the heads say of an assessed film; a head that is off says nothing.
 *
 * @param boneLoss probability of bone loss, 0 to 1
 * @param osteoporosisGivenLoss probability of osteoporosis given bone loss, 0 to 1
 * @param tScore estimated T-score in SD
 * @param tInterval its interval, where it is finite
 * @param decision at the operating point, where there is one
 */
public record HeadEstimates(
    OptionalDouble boneLoss,
    OptionalDouble osteoporosisGivenLoss,
    OptionalDouble tScore,
    Optional<Interval> tInterval,
    Optional<Decision> decision) {

  /** Checks the ranges. */
  public HeadEstimates {
    probability(boneLoss);
    probability(osteoporosisGivenLoss);
    if (tScore.isPresent() && !Double.isFinite(tScore.getAsDouble())) {
      throw new IllegalArgumentException("a T-score must be finite, found " + tScore);
    }
    if (tInterval.isPresent() && tScore.isEmpty()) {
      throw new IllegalArgumentException("an interval needs its T-score");
    }
  }

  private static void probability(OptionalDouble value) {
    if (value.isPresent() && !(value.getAsDouble() >= 0 && value.getAsDouble() <= 1)) {
      throw new IllegalArgumentException("a probability must be in [0, 1], found " + value);
    }
  }
}
