package org.strnet.knee;

import java.util.Objects;

/**
 * One tibio-femoral joint on a film.
 *
 * @param cx centre of the joint line, fraction of the film's width from the left
 * @param cy centre of the joint line, fraction of the film's height from the top
 * @param plateauWidth width of the tibial plateau, fraction of the film's width, above 0
 * @param fibulaSide where the fibula lies
 * @param confidence that this is a knee in frontal view, 0 to 1; 1 for an annotated joint
 */
public record KneeRegion(
    double cx, double cy, double plateauWidth, FibulaSide fibulaSide, double confidence) {

  /** Checks the ranges. */
  public KneeRegion {
    require(cx >= 0 && cx <= 1, "cx must be a fraction of the width", cx);
    require(cy >= 0 && cy <= 1, "cy must be a fraction of the height", cy);
    require(
        plateauWidth > 0 && plateauWidth <= 1.5, "plateau width must be in (0, 1.5]", plateauWidth);
    require(confidence >= 0 && confidence <= 1, "confidence must be in [0, 1]", confidence);
    Objects.requireNonNull(fibulaSide);
  }

  /** A joint marked by a reader. */
  public static KneeRegion annotated(
      double cx, double cy, double plateauWidth, FibulaSide fibulaSide) {
    return new KneeRegion(cx, cy, plateauWidth, fibulaSide, 1);
  }

  private static void require(boolean holds, String rule, double found) {
    if (!holds) {
      throw new IllegalArgumentException(rule + ", found " + found);
    }
  }
}
