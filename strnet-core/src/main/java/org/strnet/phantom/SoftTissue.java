package org.strnet.phantom;

/**
 * The leg around the bones: an elliptic section of lean tissue under a layer of fat whose thickness
 * follows the body mass index, wider in the thigh and the calf.
 */
final class SoftTissue {

  private final double fatMm;
  private final double halfWidth;
  private final double halfDepth;
  private final double thigh;
  private final double calf;
  private final double lean;
  private final NoiseTile muscles;

  private SoftTissue(double fatMm, double plateauMm, Draws draws) {
    this.fatMm = fatMm;
    halfWidth = 0.68 * plateauMm * Math.exp(draws.normal(0, 0.03)) + fatMm;
    halfDepth = 0.62 * plateauMm * Math.exp(draws.normal(0, 0.04)) + fatMm;
    thigh = draws.between(0.10, 0.20);
    calf = draws.between(6, 18);
    lean = draws.between(0.04, 0.07);
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
    double wider = wider(y);
    double outer = chord(x, halfWidth + wider, halfDepth + 0.8 * wider);
    if (outer <= 0) {
      return beam.bonePerMm() * boneMm;
    }
    double inner = chord(x, halfWidth + wider - fatMm, halfDepth + 0.8 * wider - fatMm);
    double muscle = inner > 0 ? inner * lean * muscles.at(x, y) : 0;
    double leanMm = Math.max(0, inner - boneMm - Math.abs(muscle));
    double fatPath = outer - inner + Math.abs(muscle);
    return beam.lineIntegral(boneMm, leanMm, fatPath);
  }

  private double wider(double y) {
    if (y < 0) {
      double up = -y;
      return thigh * up * up / (up + 30);
    }
    double bulge = (y - 130) / 65;
    return (calf + 2) * Math.exp(-bulge * bulge);
  }

  private static double chord(double x, double halfWidth, double halfDepth) {
    double u = x / halfWidth;
    return Math.abs(u) >= 1 ? 0 : 2 * halfDepth * Math.sqrt(1 - u * u);
  }
}
