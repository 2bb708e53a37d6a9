package org.strnet.bundle;

import java.time.LocalDate;
import java.util.Objects;
import org.strnet.provenance.Sha256;

/**
 * Whether a network's heat-maps tell what it looks at.
 *
 * @param films they were checked on
 * @param cohortHash SHA-256 of the cohort file
 * @param date the day of the check
 * @param deletion what the bone-loss logit loses when the highest 30 % of the map's cells are
 *     replaced by the crop's mean, less what it loses by as many cells drawn at random; in standard
 *     deviations of the logit over these films (after Petsiuk et al. 2018, arXiv 1806.07421)
 * @param likeness largest mean rank correlation, by size, of the signed map with that of the
 *     network with random weights in the screening head, in all behind the backbone, or everywhere
 *     (after Adebayo et al. 2018, arXiv 1810.03292)
 */
public record ExplanationCheck(
    int films, String cohortHash, LocalDate date, Mean deletion, Mean likeness) {

  /** A map whose deletion moves the logit by less explains nothing. */
  public static final double LEAST_DELETION = 0.01;

  /** A map that stays so much alike under random weights shows the film, not the network. */
  public static final double LARGEST_LIKENESS = 0.5;

  /**
   * A mean over films with its 95 % interval.
   *
   * @param value the mean
   * @param low lower limit
   * @param high upper limit
   */
  public record Mean(double value, double low, double high) {

    /** Checks the order. */
    public Mean {
      if (!(low <= value && value <= high) || Double.isInfinite(high - low)) {
        throw new IllegalArgumentException(
            "a mean must lie between its limits, found %s (%s to %s)".formatted(value, low, high));
      }
    }
  }

  /** Checks that there were films. */
  public ExplanationCheck {
    if (films < 2) {
      throw new IllegalArgumentException("films must be at least 2, found " + films);
    }
    if (!Sha256.isHash(cohortHash)) {
      throw new IllegalArgumentException("cohort hash must be a SHA-256, found " + cohortHash);
    }
    Objects.requireNonNull(date);
    Objects.requireNonNull(deletion);
    Objects.requireNonNull(likeness);
  }

  /** Whether heat-maps are shown: both by the unfavourable limit. */
  public boolean passes() {
    return deletion.low() >= LEAST_DELETION
        && Math.max(Math.abs(likeness.low()), Math.abs(likeness.high())) <= LARGEST_LIKENESS;
  }
}
