package org.strnet.pixels;

/**
 * Where the network's square lies on a {@link KneePatch}: how training moves, turns and resizes the
 * crop.
 *
 * @param shiftX how far the square moves to the right, in crop sides, within 1
 * @param shiftY how far the square moves down, in crop sides, within 1
 * @param scale side of the square in crop sides: above 1 it shows more and everything smaller, 0.25
 *     to 4
 * @param rotationDegrees how far the square turns clockwise about its centre; the knee in it turns
 *     the other way
 * @param mirrored whether left and right are exchanged, for knees whose fibula side is not known
 */
public record Placement(
    double shiftX, double shiftY, double scale, double rotationDegrees, boolean mirrored) {

  /** The crop itself. */
  public static final Placement NONE = new Placement(0, 0, 1, 0, false);

  /** Checks the ranges. */
  public Placement {
    require(Math.abs(shiftX) <= 1, "shift in x must be within 1 crop side", shiftX);
    require(Math.abs(shiftY) <= 1, "shift in y must be within 1 crop side", shiftY);
    require(scale >= 0.25 && scale <= 4, "scale must be 0.25 to 4", scale);
    require(Double.isFinite(rotationDegrees), "rotation must be finite", rotationDegrees);
  }

  private static void require(boolean holds, String rule, double found) {
    if (!holds) {
      throw new IllegalArgumentException(rule + ", found " + found);
    }
  }
}
