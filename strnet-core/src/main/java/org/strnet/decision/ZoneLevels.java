package org.strnet.decision;

/**
 * The risks that a three-zone reading may run, each on average over draws of the calibration films
 * and of the new one.
 *
 * @param missed largest probability that a film with bone loss falls into the zone "no flag",
 *     between 0 and 0.5
 * @param falselyFlagged largest probability that a film without bone loss falls into the zone
 *     "flag", between 0 and 0.5
 */
public record ZoneLevels(double missed, double falselyFlagged) {

  /** Both levels are 0.05. */
  public static final ZoneLevels USUAL = new ZoneLevels(0.05, 0.05);

  /** Checks the ranges. */
  public ZoneLevels {
    if (!(missed > 0 && missed < 0.5) || !(falselyFlagged > 0 && falselyFlagged < 0.5)) {
      throw new IllegalArgumentException(
          "levels of the zones in (0, 0.5), found " + missed + ", " + falselyFlagged);
    }
  }
}
