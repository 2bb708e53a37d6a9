package org.strnet.phantom;

/**
 * What is different at another hospital: detector and patients. Every draw stays; only what it
 * comes to is changed, so that with the same seed the same patients have the same knees.
 *
 * @param exposure photons at the detector, times this; 0.01 to 10
 * @param blurMm SD in mm of a Gaussian blur of the detector beyond its own, before the quantum
 *     noise; 0 to 1
 * @param gamma exponent of the display curve, times this; 0.25 to 4
 * @param tScoreShift SD that the patients' expected T-score is higher by; -3 to 3, negative where
 *     bone loss is more frequent
 */
public record PhantomSite(double exposure, double blurMm, double gamma, double tScoreShift) {

  /** As phantoms are drawn without a site. */
  public static final PhantomSite USUAL = new PhantomSite(1, 0, 1, 0);

  /** Checks the ranges. */
  public PhantomSite {
    requireWithin("exposure", exposure, 0.01, 10);
    requireWithin("blur in mm", blurMm, 0, 1);
    requireWithin("gamma", gamma, 0.25, 4);
    requireWithin("T-score shift", tScoreShift, -3, 3);
  }

  private static void requireWithin(String name, double value, double least, double most) {
    if (!(value >= least && value <= most)) {
      throw new IllegalArgumentException(
          "%s of the site must be %s to %s, found %s".formatted(name, least, most, value));
    }
  }
}
