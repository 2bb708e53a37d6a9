package org.strnet.training.finder.scene;

import org.strnet.knee.FibulaSide;

/**
 * A joint in pixels of a film or a scene.
 *
 * @param x centre of the joint line
 * @param y centre of the joint line
 * @param width width of the tibial plateau, above 0
 * @param side where the fibula lies
 * @param exact whether it was annotated; else its place is an average over such pictures and only
 *     its existence is known
 */
public record PlacedJoint(double x, double y, double width, FibulaSide side, boolean exact) {

  /** Checks that there is a plateau. */
  public PlacedJoint {
    if (!(width > 0)) {
      throw new IllegalArgumentException("plateau width must be positive, found " + width);
    }
  }

  /** The side as the mirrored film shows it. */
  static FibulaSide mirrored(FibulaSide side) {
    return switch (side) {
      case LEFT -> FibulaSide.RIGHT;
      case RIGHT -> FibulaSide.LEFT;
      case UNKNOWN -> FibulaSide.UNKNOWN;
    };
  }
}
