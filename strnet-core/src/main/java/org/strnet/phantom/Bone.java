package org.strnet.phantom;

/**
 * One bone as a solid: its outline blown up to a depth, a cortical shell, and trabecular bone
 * inside.
 *
 * <p>At distance d inside the outline the path through the solid is {@code T(d) = 2 a sqrt(1 - (1 -
 * min(d, R)/R)^2)} with half depth a and rounding R, which is the chord of a cylinder where a = R
 * is the half width. The shell of thickness c is {@code T(d; a, R) - T(d - c; a - c, R - c)}.
 */
final class Bone {

  private static final double LEVELS_PER_MM = 2;
  private static final double TOP = -330;
  private static final double SCAR = 0.25;
  private static final int LEVELS = (int) (660 * LEVELS_PER_MM);

  private final Outline outline;
  private final float[] halfDepth = new float[LEVELS];
  private final float[] rounding = new float[LEVELS];
  private final float[] cortex = new float[LEVELS];
  private final float[] filling = new float[LEVELS];
  private final Trabeculae trabeculae;
  private final boolean notched;
  private final double scarLevel;

  /**
   * @param shape which bone
   * @param landmarks its outline in this knee
   * @param scale size relative to {@link BoneShape}
   * @param trabeculae the knee's trabecular bone
   * @param corticalScale cortical thickness relative to {@link BoneShape}
   */
  Bone(
      BoneShape shape,
      double[][] landmarks,
      double scale,
      Trabeculae trabeculae,
      double corticalScale) {
    this.outline = Outline.through(landmarks);
    this.trabeculae = trabeculae;
    this.notched = shape == BoneShape.FEMUR;
    this.scarLevel = scale * shape.scarLevel();
    for (int i = 0; i < LEVELS; i++) {
      double[] section = shape.section((TOP + i / LEVELS_PER_MM) / scale);
      halfDepth[i] = (float) (section[0] * scale);
      rounding[i] = (float) (section[1] * scale);
      cortex[i] = (float) Math.min(section[2] * scale * corticalScale, 0.8 * section[1] * scale);
      filling[i] = (float) section[3];
    }
  }

  /** Cortical thickness in mm at a level y. */
  double cortexMm(double y) {
    return cortex[level(y)];
  }

  /** Mineralised bone in mm along the ray through a place; 0 outside. */
  double boneMm(double x, double y) {
    double depth = outline.depth(x, y);
    if (depth <= 0) {
      return 0;
    }
    int level = level(y);
    double a = halfDepth[level] * (notched ? 1 - notch(x, y) : 1);
    double r = rounding[level];
    double c = cortex[level];
    double whole = chord(depth, a, r);
    if (depth <= c) {
      return whole;
    }
    double inside = chord(depth - c, Math.max(a - c, 0), r - c);
    double subchondral = Math.abs(y) < 45 ? Math.exp(-depth / 5 - y * y / 300) : 0;
    return whole
        - inside
        + inside * (filling[level] + subchondral + scar(x, y)) * trabeculae.fractionAt(x, y);
  }

  /** The line where the growth plate was: {@value #SCAR} more bone over about 1 mm. */
  private double scar(double x, double y) {
    double off = y - scarLevel - 0.004 * scarLevel / 20 * x * x;
    return Math.abs(off) < 3 ? SCAR / (1 + 6 * off * off) : 0;
  }

  private static double chord(double depth, double a, double r) {
    if (depth >= r) {
      return 2 * a;
    }
    double t = 1 - depth / r;
    return 2 * a * Math.sqrt(1 - t * t);
  }

  /** Share of the femur's depth that the intercondylar notch takes away. */
  private static double notch(double x, double y) {
    if (y < -36 || Math.abs(x) > 16) {
      return 0;
    }
    double u = x / 10;
    double v = (y + 6) / 20;
    double distance = Math.sqrt(u * u + v * v);
    return 0.4 / (1 + Math.exp(14 * (distance - 1)));
  }

  private static int level(double y) {
    return Math.max(0, Math.min(LEVELS - 1, (int) ((y - TOP) * LEVELS_PER_MM)));
  }
}
