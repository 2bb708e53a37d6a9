package org.strnet.training.finder.scene;

/**
 * How a film lies in a scene: mirrored or not, turned by an angle about a point of the film,
 * scaled, and that point put somewhere in the scene.
 */
final class Placement {

  private final double filmX;
  private final double filmY;
  private final double sceneX;
  private final double sceneY;
  private final double scale;
  private final double cos;
  private final double sin;
  private final double mirror;

  /**
   * @param anchor x and y of the point on the film, in film pixels
   * @param target x and y of the same point in the scene
   * @param scale scene pixels per film pixel
   * @param degrees clockwise turn as seen
   * @param mirrored left and right exchanged before the turn
   */
  Placement(double[] anchor, double[] target, double scale, double degrees, boolean mirrored) {
    if (!(scale > 0)) {
      throw new IllegalArgumentException("scale must be positive, found " + scale);
    }
    filmX = anchor[0];
    filmY = anchor[1];
    sceneX = target[0];
    sceneY = target[1];
    this.scale = scale;
    cos = Math.cos(Math.toRadians(degrees));
    sin = Math.sin(Math.toRadians(degrees));
    mirror = mirrored ? -1 : 1;
  }

  /** A film as it is. */
  static Placement identity() {
    return new Placement(new double[2], new double[2], 1, 0, false);
  }

  /** Scene pixels per film pixel. */
  double scale() {
    return scale;
  }

  /** Where a film point lies in the scene. */
  double[] toScene(double x, double y) {
    double dx = mirror * (x - filmX) * scale;
    double dy = (y - filmY) * scale;
    return new double[] {sceneX + cos * dx - sin * dy, sceneY + sin * dx + cos * dy};
  }

  /** Film column of a scene point. */
  double filmX(double x, double y) {
    return filmX + mirror * (cos * (x - sceneX) + sin * (y - sceneY)) / scale;
  }

  /** Film row of a scene point. */
  double filmY(double x, double y) {
    return filmY + (-sin * (x - sceneX) + cos * (y - sceneY)) / scale;
  }

  /** A joint of the film as it lies in the scene. */
  PlacedJoint joint(PlacedJoint joint) {
    double[] centre = toScene(joint.x(), joint.y());
    return new PlacedJoint(
        centre[0],
        centre[1],
        joint.width() * scale,
        mirror < 0 ? PlacedJoint.mirrored(joint.side()) : joint.side(),
        joint.exact());
  }
}
