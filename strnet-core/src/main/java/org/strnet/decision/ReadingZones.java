package org.strnet.decision;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.strnet.provenance.BadInputException;

/**
 * A three-zone reading: below one threshold no flag, above another a flag, between them, ends
 * included, the film says too little. It stands beside the operating point and changes no decision.
 *
 * <p>Conformal risk control (Angelopoulos, Bates, Fisch, Lei and Schuster 2022, arXiv:2208.02814)
 * with a loss of 0 or 1. The lower threshold is the highest at which {@code (m + 1) / (n + 1)} is
 * at most the level, m of the n calibration films with bone loss lying below it; the upper one is
 * the lowest at which the same holds of the films without bone loss that lie above it. Then
 *
 * <p>{@code P(p < noFlagBelow | bone loss) <= missed, P(p > flagAbove | none) <= falselyFlagged}
 *
 * <p>over the draw of calibration films and a new film that is exchangeable with those of its kind,
 * for any network and any distribution, ties included. That is a mean over calibrations: a single
 * one may lie above its level, which {@link ThresholdRule#RISK_CONTROL} bounds instead. The zones
 * never contradict the operating point: the lower threshold is taken down to it, the upper one up
 * to it, where they would; both risks only fall.
 *
 * @param noFlagBelow a lower probability is in the zone "no flag", 0 to 1
 * @param flagAbove a higher probability is in the zone "flag", {@code noFlagBelow} to 1
 * @param levels what was asked for
 * @param positives films with bone loss they were chosen on
 * @param negatives films without bone loss they were chosen on
 * @param cohortHash SHA-256 of the cohort file they were chosen on
 * @param chosenOn the day
 */
public record ReadingZones(
    double noFlagBelow,
    double flagAbove,
    ZoneLevels levels,
    int positives,
    int negatives,
    String cohortHash,
    LocalDate chosenOn) {

  /** Checks the ranges. */
  public ReadingZones {
    new ZoneLimits(noFlagBelow, flagAbove);
    if (positives < 1 || negatives < 1) {
      throw new IllegalArgumentException(
          "needs films with and without bone loss, found " + positives + ", " + negatives);
    }
    Objects.requireNonNull(levels);
    Objects.requireNonNull(cohortHash);
    Objects.requireNonNull(chosenOn);
  }

  /** Where a probability of bone loss stands. */
  public Zone zone(double boneLossProbability) {
    return limits().zone(boneLossProbability);
  }

  /** The two thresholds. */
  public ZoneLimits limits() {
    return new ZoneLimits(noFlagBelow, flagAbove);
  }

  /** Checks that the zones do not contradict an operating point: they hold it between them. */
  public void requireHolding(OperatingPoint point) {
    if (noFlagBelow > point.threshold() || flagAbove < point.threshold()) {
      throw new IllegalArgumentException(
          "zones must hold the operating point %s between them, found no flag below %s, flag above %s"
              .formatted(point.threshold(), noFlagBelow, flagAbove));
    }
  }

  /**
   * Chooses the thresholds on films the network was not fitted to.
   *
   * @param probabilities of bone loss, one per film, 0 to 1
   * @param boneLoss whether the film has bone loss
   * @param levels the risks that may be run
   * @param point chosen on the same films
   * @throws BadInputException if there are too few films to keep a level; at 0.05 that is fewer
   *     than 19 of a kind
   */
  public static ReadingZones choose(
      double[] probabilities, boolean[] boneLoss, ZoneLevels levels, OperatingPoint point) {
    double[] with = sorted(probabilities, film -> boneLoss[film], false);
    double[] without = sorted(probabilities, film -> !boneLoss[film], true);
    int below = allowed(levels.missed(), with.length, "with");
    int above = allowed(levels.falselyFlagged(), without.length, "without");
    // Those without are highest first, and negated so that both are sorted alike.
    return new ReadingZones(
        Math.min(with[below], point.threshold()),
        Math.max(-without[above], point.threshold()),
        levels,
        with.length,
        without.length,
        point.cohortHash(),
        point.chosenOn());
  }

  /** How many films of a kind may lie beyond the threshold: the m of the formula. */
  private static int allowed(double level, int films, String kind) {
    // A product such as 0.05 x 20 may lie a hair below its whole number.
    int allowed = (int) Math.floor(level * (films + 1) + 1e-9) - 1;
    if (allowed < 0) {
      throw new BadInputException(
          "three-zone reading",
          "a level of %s needs %d films %s bone loss, found %d"
              .formatted(level, (int) Math.ceil(1 / level - 1e-9) - 1, kind, films));
    }
    return allowed;
  }

  private static double[] sorted(double[] probabilities, IntPredicate films, boolean negated) {
    double[] sorted =
        IntStream.range(0, probabilities.length)
            .filter(films)
            .mapToDouble(film -> checked(probabilities[film]))
            .map(probability -> negated ? -probability : probability)
            .toArray();
    Arrays.sort(sorted);
    return sorted;
  }

  private static double checked(double probability) {
    if (!(probability >= 0 && probability <= 1)) {
      throw new IllegalArgumentException("a probability must be in [0, 1], found " + probability);
    }
    // Makes a negative zero the same as zero.
    return probability + 0.0;
  }
}
