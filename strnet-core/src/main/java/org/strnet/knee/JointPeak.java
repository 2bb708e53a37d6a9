package org.strnet.knee;

/**
 * A joint as the network's output states it, in fractions of the network's input.
 *
 * @param x centre of the joint line, from the left
 * @param y centre of the joint line, from the top
 * @param width width of the tibial plateau, above 0
 * @param rightProbability probability that the fibula lies on the right
 * @param confidence probability that a joint's centre lies in this cell, 0 to 1
 */
public record JointPeak(
    double x, double y, double width, double rightProbability, double confidence) {

  /** The side the fibula more likely lies on. */
  public FibulaSide fibulaSide() {
    return rightProbability >= 0.5 ? FibulaSide.RIGHT : FibulaSide.LEFT;
  }

  /** Distance to another joint's centre in units of the mean of both plateau widths. */
  public double distanceInWidths(JointPeak other) {
    return Math.hypot(x - other.x, y - other.y) / ((width + other.width) / 2);
  }
}
