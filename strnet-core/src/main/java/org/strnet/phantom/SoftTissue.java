package org.strnet.phantom;

/**
 * The leg around the bones: an elliptic section of lean tissue under a layer of fat whose thickness
 * follows the body mass index, wider in the thigh and the calf.
 */
final class SoftTissue {

  private static final int TOP = -400;
  private static final int LEVELS = 800;

  private final double fatMm;
  private final double halfWidth;
  private final double halfDepth;
  private final float[] wider = new float[LEVELS];
  private final double fatStreaks;
  private final NoiseTile muscles;

  private SoftTissue(double fatMm, double plateauMm, Draws draws) {
    this.fatMm = fatMm;
    halfWidth = 0.68 * plateauMm * Math.exp(draws.normal(0, 0.03)) + fatMm;
    halfDepth = 0.62 * plateauMm * Math.exp(draws.normal(0, 0.04)) + fatMm;
    double thigh = draws.between(0.10, 0.20);
    double calf = draws.between(6, 18);
    fatStreaks = draws.between(0.04, 0.09);
    for (int i = 0; i < LEVELS; i++) {
      wider[i] = (float) wider(TOP + i, thigh, calf);
    }
    muscles =
        NoiseTile.draw(
            64, 4, (fx, fy) -> Math.exp(-Math.pow(fx / 0.05, 2) - Math.pow(fy / 0.012, 2)), draws);
  }

  static SoftTissue draw(PhantomPatient patient, double plateauMm, Draws draws) {
    double fat = Math.max(3, 4 + 0.75 * (patient.bmi() - 18) + draws.normal(0, 1));
    return new SoftTissue(fat, plateauMm, draws);
  }

  /** Depth of the leg at the joint in mm. */
  double depthMm() {
    return 2 * halfDepth;
  }

  /** Line integral through soft tissue of which some mm are replaced by bone. */
  double lineIntegral(XrayBeam beam, double x, double y, double boneMm) {
    double more = widerAt(y);
    double outer = chord(x, halfWidth + more, halfDepth + 0.8 * more);
    if (outer <= 0) {
      return beam.bonePerMm() * boneMm;
    }
    double inner = chord(x, halfWidth + more - fatMm, halfDepth + 0.8 * more - fatMm);
    double streaks = inner > 0 ? inner * fatStreaks * Math.max(0, muscles.at(x, y)) : 0;
    double leanMm = Math.max(0, inner - boneMm - streaks);
    double fatPath = outer - inner + streaks;
    return beam.lineIntegral(boneMm, leanMm, fatPath);
  }

  private static double wider(double y, double thigh, double calf) {
    if (y < 0) {
      return thigh * y * y / (30 - y);
    }
    double bulge = (y - 130) / 65;
    double atJoint = 130.0 / 65;
    return calf * (Math.exp(-bulge * bulge) - Math.exp(-atJoint * atJoint));
  }

  /** Half width beyond that at the joint, interpolated between whole mm. */
  private double widerAt(double y) {
    double level = Math.max(0, Math.min(LEVELS - 2, y - TOP));
    int i = (int) level;
    return wider[i] + (level - i) * (wider[i + 1] - wider[i]);
  }

  private static double chord(double x, double halfWidth, double halfDepth) {
    double u = x / halfWidth;
    return Math.abs(u) >= 1 ? 0 : 2 * halfDepth * Math.sqrt(1 - u * u);
  }
}
