package org.strnet.decision;

/**
 * The two thresholds of a three-zone reading.
 *
 * @param noFlagBelow a lower probability is in the zone "no flag", 0 to 1
 * @param flagAbove a higher probability is in the zone "flag", {@code noFlagBelow} to 1
 */
public record ZoneLimits(double noFlagBelow, double flagAbove) {

  /** Checks the ranges. */
  public ZoneLimits {
    if (!(noFlagBelow >= 0 && flagAbove >= noFlagBelow && flagAbove <= 1)) {
      throw new IllegalArgumentException(
          "no flag below must be 0 or more, flag above at least that, 1 or less; found %s, %s"
              .formatted(noFlagBelow, flagAbove));
    }
  }

  /** Where a probability of bone loss stands. */
  public Zone zone(double boneLossProbability) {
    if (Double.isNaN(boneLossProbability)) {
      throw new IllegalArgumentException("a probability must be a number, found NaN");
    }
    if (boneLossProbability < noFlagBelow) {
      return Zone.NO_FLAG;
    }
    return boneLossProbability > flagAbove ? Zone.FLAG : Zone.GREY;
  }
}
