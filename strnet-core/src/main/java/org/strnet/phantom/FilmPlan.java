package org.strnet.phantom;

import java.util.List;
import org.strnet.knee.FibulaSide;
import org.strnet.knee.KneeRegion;
import org.strnet.phantom.PhantomPatient.BodySide;

/**
 * Size and geometry of one film. It depends on the examined side and on chance, never on the bone.
 *
 * @param framing family
 * @param width columns
 * @param height rows
 * @param pixelMm side of a pixel in mm
 * @param joints the examined knee first
 * @param field what the collimator leaves open: left, top, right, bottom in pixels
 * @param marker the burned-in letter
 */
record FilmPlan(
    FilmFraming framing,
    int width,
    int height,
    double pixelMm,
    Joint[] joints,
    int[] field,
    SideMarker marker) {

  private static final List<FilmFraming> FRAMINGS = List.of(FilmFraming.values());

  /**
   * One joint's place on the film.
   *
   * @param x column of the joint line's centre
   * @param y its row
   * @param turn rotation in radians
   * @param side side of the body
   */
  record Joint(double x, double y, double turn, BodySide side) {

    /** 1 where the fibula lies on the picture's right (the patient's left), else -1. */
    int direction() {
      return side == BodySide.LEFT ? 1 : -1;
    }
  }

  static FilmPlan draw(BodySide side, Draws draws) {
    FilmFraming framing = FRAMINGS.get(draws.uniform().nextInt(FRAMINGS.size()));
    return switch (framing) {
      case STRIP -> one(framing, side, draws, new double[] {700, 840, 1500, 1800, 0.19, 0.22});
      case PORTRAIT -> one(framing, side, draws, new double[] {900, 1080, 1200, 1400, 0.15, 0.19});
      case WIDE -> one(framing, side, draws, new double[] {1150, 1350, 950, 1080, 0.19, 0.22});
      case BOTH_KNEES -> both(side, draws);
    };
  }

  private static FilmPlan one(FilmFraming framing, BodySide side, Draws draws, double[] limits) {
    int width = (int) draws.between(limits[0], limits[1]);
    int height = (int) draws.between(limits[2], limits[3]);
    double pixelMm = draws.between(limits[4], limits[5]);
    double spread = framing == FilmFraming.WIDE ? 0.14 : 0.05;
    double x = width * draws.between(0.5 - spread, 0.5 + spread);
    double y = height * draws.between(0.38, 0.58);
    Joint[] joints = {new Joint(x, y, turn(draws), side)};
    return finish(framing, new int[] {width, height}, pixelMm, joints, draws);
  }

  private static FilmPlan both(BodySide side, Draws draws) {
    int width = (int) draws.between(1400, 1560);
    int height = (int) draws.between(820, 940);
    double pixelMm = draws.between(0.23, 0.255);
    double apart = draws.between(0.225, 0.25);
    double y = height * draws.between(0.42, 0.56);
    BodySide other = side == BodySide.LEFT ? BodySide.RIGHT : BodySide.LEFT;
    Joint[] joints = new Joint[2];
    for (int i = 0; i < 2; i++) {
      BodySide here = i == 0 ? side : other;
      double x = width * (0.5 + (here == BodySide.LEFT ? apart : -apart));
      joints[i] = new Joint(x, y + draws.normal(0, 8), turn(draws) / 2, here);
    }
    return finish(FilmFraming.BOTH_KNEES, new int[] {width, height}, pixelMm, joints, draws);
  }

  private static FilmPlan finish(
      FilmFraming framing, int[] size, double pixelMm, Joint[] joints, Draws draws) {
    int[] field = {0, 0, size[0], size[1]};
    if (draws.uniform().nextDouble() < (framing == FilmFraming.PORTRAIT ? 0.8 : 0.4)) {
      field[1] = (int) (size[1] * draws.between(0, 0.1));
      field[3] = (int) (size[1] * draws.between(0.9, 1));
    }
    if (framing != FilmFraming.BOTH_KNEES && draws.uniform().nextDouble() < 0.3) {
      field[0] = (int) (size[0] * draws.between(0, 0.05));
      field[2] = (int) (size[0] * draws.between(0.95, 1));
    }
    SideMarker marker = SideMarker.draw(joints[0].side(), size, pixelMm, draws);
    return new FilmPlan(framing, size[0], size[1], pixelMm, joints, field, marker);
  }

  private static double turn(Draws draws) {
    return Math.toRadians(draws.normal(0, 3.5, -10, 10));
  }

  /** The annotation of a joint whose plateau is so wide. */
  KneeRegion region(Joint joint, double plateauMm) {
    return KneeRegion.annotated(
        joint.x() / width,
        joint.y() / height,
        plateauMm / pixelMm / width,
        joint.direction() > 0 ? FibulaSide.RIGHT : FibulaSide.LEFT);
  }
}
