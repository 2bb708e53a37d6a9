package org.strnet.phantom;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * One knee of one patient: bones of drawn shape and quality in soft tissue, in the knee's own frame
 * (origin in the middle of the joint line, x towards the fibula, y towards the foot, mm).
 */
public final class PhantomKnee {

  private static final double JITTER_MM = 0.45;

  private final double plateauMm;
  private final BoneQuality quality;
  private final Bone[] bones;
  private final SoftTissue tissue;

  private PhantomKnee(double plateauMm, BoneQuality quality, List<Bone> bones, SoftTissue tissue) {
    this.plateauMm = plateauMm;
    this.quality = quality;
    this.bones = bones.toArray(new Bone[0]);
    this.tissue = tissue;
  }

  /**
   * Draws the knee of a patient.
   *
   * @param patient whose
   * @param seed of the cohort
   * @param number of the film
   */
  public static PhantomKnee draw(PhantomPatient patient, long seed, int number) {
    return draw(patient, Draws.of(seed, number, Draws.Purpose.ANATOMY));
  }

  static PhantomKnee draw(PhantomPatient patient, Draws draws) {
    double plateau = plateauMm(patient, draws);
    double scale = plateau / BoneShape.PLATEAU_MM;
    double shaft = Math.exp(draws.normal(0, 0.05));
    double valgus = Math.tan(Math.toRadians(draws.normal(5, 1.8)));
    double patellaX = draws.normal(1, 2.5);
    double patellaY = draws.normal(0, 4);
    BoneQuality quality = BoneQuality.draw(patient.tScore(), draws);
    Trabeculae trabeculae = Trabeculae.draw(quality, draws);
    List<Bone> bones = new ArrayList<>();
    for (BoneShape shape : BoneShape.ALL) {
      double[][] landmarks = shape.landmarks();
      double bend = shape == BoneShape.FEMUR ? valgus : 0;
      for (double[] p : landmarks) {
        p[0] = p[0] * towardsShaft(shape, p[1], shaft) + bend * Math.max(0, -p[1] - 35);
        jitter(p, draws);
        if (shape == BoneShape.PATELLA) {
          p[0] += patellaX;
          p[1] += patellaY;
        }
        p[0] *= scale;
        p[1] *= scale;
      }
      if (shape == BoneShape.TIBIA) {
        fitPlateau(landmarks, plateau);
      }
      bones.add(new Bone(shape, landmarks, scale, trabeculae, quality.corticalScale()));
    }
    return new PhantomKnee(plateau, quality, bones, SoftTissue.draw(patient, plateau, draws));
  }

  /** Larger in men and in the tall. */
  private static double plateauMm(PhantomPatient patient, Draws draws) {
    double mean =
        patient.sex() == PhantomPatient.Sex.FEMALE
            ? 70.5 + 18 * (patient.heightM() - 1.61)
            : 79 + 18 * (patient.heightM() - 1.75);
    return draws.normal(mean, 2.4, mean - 7, mean + 7);
  }

  private static double towardsShaft(BoneShape shape, double y, double shaft) {
    if (shape == BoneShape.PATELLA || shape == BoneShape.FIBULA) {
      return 1;
    }
    double share = Math.max(0, Math.min(1, (Math.abs(y) - 30) / 60));
    return 1 + share * (shaft - 1);
  }

  private static void jitter(double[] point, Draws draws) {
    UniformRandomProvider random = draws.uniform();
    double amount = Math.abs(point[1]) > 200 ? 0 : JITTER_MM;
    point[0] += amount * (2 * random.nextDouble() - 1);
    point[1] += amount * (2 * random.nextDouble() - 1);
  }

  /** Shifts and stretches the tibia so that its plateau spans -w/2 to w/2. */
  private static void fitPlateau(double[][] landmarks, double plateau) {
    double low = 0;
    double high = 0;
    for (double[] p : landmarks) {
      low = Math.min(low, p[0]);
      high = Math.max(high, p[0]);
    }
    for (double[] p : landmarks) {
      p[0] = (p[0] - (low + high) / 2) * plateau / (high - low);
    }
  }

  /** Width of the tibial plateau in mm. */
  public double plateauMm() {
    return plateauMm;
  }

  /** Thickness of the femoral cortex at a level in mm, y being negative above the joint. */
  public double femoralCortexMm(double y) {
    return bones[BoneShape.ALL.indexOf(BoneShape.FEMUR)].cortexMm(y);
  }

  /** Bone volume over tissue volume of the trabecular bone. */
  public double boneVolumeFraction() {
    return quality.volumeFraction();
  }

  /** Mineralised bone in mm along the ray through a place. */
  public double boneMm(double x, double y) {
    double sum = 0;
    for (Bone bone : bones) {
      sum += bone.boneMm(x, y);
    }
    return sum;
  }

  /** Depth of the leg at the joint in mm. */
  double legDepthMm() {
    return tissue.depthMm();
  }

  /** {@code sum mu_i L_i} along the ray through a place. */
  double lineIntegral(XrayBeam beam, double x, double y) {
    return tissue.lineIntegral(beam, x, y, boneMm(x, y));
  }
}
