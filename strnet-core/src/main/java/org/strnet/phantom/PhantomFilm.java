package org.strnet.phantom;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.strnet.knee.KneeRegion;
import org.strnet.radiograph.Radiograph;

/**
 * A synthetic film and the truth about it.
 *
 * @param patient whose
 * @param framing family of framing
 * @param pixelMm side of a pixel in mm
 * @param knees the true knee regions, that of the examined side first
 * @param radiograph the film, bone bright
 */
public record PhantomFilm(
    PhantomPatient patient,
    FilmFraming framing,
    double pixelMm,
    List<KneeRegion> knees,
    Radiograph radiograph) {

  /** Checks that there is a knee and copies the list. */
  public PhantomFilm {
    Objects.requireNonNull(patient);
    Objects.requireNonNull(framing);
    Objects.requireNonNull(radiograph);
    knees = List.copyOf(knees);
    if (knees.isEmpty() || !(pixelMm > 0)) {
      throw new IllegalArgumentException(
          "at least one knee and a positive pixel size, found " + knees + ", " + pixelMm);
    }
  }

  /**
   * Draws a film and its patient.
   *
   * @param seed of the cohort
   * @param number of the film in the cohort, from 0
   * @param bits of a sample, 8 to 16
   */
  public static PhantomFilm draw(long seed, int number, int bits) {
    return draw(seed, number, bits, PhantomSite.USUAL);
  }

  /** Draws a film of a site and its patient. */
  public static PhantomFilm draw(long seed, int number, int bits, PhantomSite site) {
    Draws draws = Draws.of(seed, number, Draws.Purpose.PATIENT);
    return of(PhantomPatient.draw(draws, site), seed, number, bits, site);
  }

  /** Draws a film of a given patient; with the same seed and number only the patient differs. */
  public static PhantomFilm of(PhantomPatient patient, long seed, int number, int bits) {
    return of(patient, seed, number, bits, PhantomSite.USUAL);
  }

  private static PhantomFilm of(
      PhantomPatient patient, long seed, int number, int bits, PhantomSite site) {
    FilmPlan plan = FilmPlan.draw(patient.side(), Draws.of(seed, number, Draws.Purpose.FRAMING));
    Draws anatomy = Draws.of(seed, number, Draws.Purpose.ANATOMY);
    List<KneeRegion> regions = new ArrayList<>();
    float[] integrals = new float[plan.width() * plan.height()];
    double legDepth = 0;
    for (FilmPlan.Joint joint : plan.joints()) {
      PhantomKnee knee = PhantomKnee.draw(patient, anatomy);
      regions.add(plan.region(joint, knee.plateauMm()));
      legDepth = Math.max(legDepth, knee.legDepthMm());
      project(knee, plan, joint, integrals);
    }
    short[] samples =
        Exposure.draw(Draws.of(seed, number, Draws.Purpose.EXPOSURE))
            .at(site)
            .expose(integrals, plan, legDepth, bits, Draws.of(seed, number, Draws.Purpose.NOISE));
    collimate(samples, plan);
    plan.marker().burn(samples, plan.width(), plan.height(), (1 << bits) - 1);
    Radiograph radiograph = Radiograph.of(plan.width(), plan.height(), bits, samples);
    return new PhantomFilm(patient, plan.framing(), plan.pixelMm(), regions, radiograph);
  }

  /** Adds a knee's line integrals to those of the film. */
  private static void project(
      PhantomKnee knee, FilmPlan plan, FilmPlan.Joint joint, float[] integrals) {
    double cos = Math.cos(joint.turn()) * plan.pixelMm();
    double sin = Math.sin(joint.turn()) * plan.pixelMm();
    for (int row = 0; row < plan.height(); row++) {
      double dy = row + 0.5 - joint.y();
      for (int column = 0; column < plan.width(); column++) {
        double dx = (column + 0.5 - joint.x()) * joint.direction();
        double x = dx * cos + dy * sin;
        double y = dy * cos - dx * sin;
        integrals[row * plan.width() + column] += (float) knee.lineIntegral(XrayBeam.KEV_40, x, y);
      }
    }
  }

  /** Black outside the collimator's field. */
  private static void collimate(short[] samples, FilmPlan plan) {
    int[] field = plan.field();
    for (int y = 0; y < plan.height(); y++) {
      boolean open = y >= field[1] && y < field[3];
      for (int x = 0; x < plan.width(); x++) {
        if (!open || x < field[0] || x >= field[2]) {
          samples[y * plan.width() + x] = 0;
        }
      }
    }
  }
}
