package org.strnet.report;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.strnet.decision.Decision;
import org.strnet.knee.KneeRegion;

/**
 * One scored knee.
 *
 * @param region where it is
 * @param boneLoss probability of bone loss (or of a control task's positive class), 0 to 1
 * @param severity probability of osteoporosis given bone loss, 0 to 1; empty when the network was
 *     not trained for it
 * @param tScore estimate of the T-score; empty when the network was not trained for it
 * @param decision what the operating point says
 * @param explanation the heat-map, when it was asked for
 */
public record KneeResult(
    KneeRegion region,
    double boneLoss,
    OptionalDouble severity,
    Optional<Estimate> tScore,
    Decision decision,
    Optional<KneeExplanation> explanation) {

  /** Checks the probabilities. */
  public KneeResult {
    Objects.requireNonNull(region);
    Objects.requireNonNull(tScore);
    Objects.requireNonNull(decision);
    Objects.requireNonNull(explanation);
    if (!(boneLoss >= 0 && boneLoss <= 1)) {
      throw new IllegalArgumentException("a probability is in [0, 1], found " + boneLoss);
    }
    if (severity.isPresent() && !(severity.getAsDouble() >= 0 && severity.getAsDouble() <= 1)) {
      throw new IllegalArgumentException("a probability is in [0, 1], found " + severity);
    }
  }

  /** The same knee with an explanation. */
  public KneeResult withExplanation(KneeExplanation other) {
    return new KneeResult(region, boneLoss, severity, tScore, decision, Optional.of(other));
  }
}
