package org.strnet.phantom;

/**
 * Attenuation by Beer and Lambert at one effective energy: {@code I = I0 exp(-sum mu_i L_i)}.
 *
 * <p>Linear coefficients are mass attenuation coefficients of the NIST tables (Hubbell and Seltzer,
 * NISTIR 5632, materials after ICRU-44) times density.
 *
 * @param bonePerMm linear attenuation coefficient of cortical bone
 * @param leanPerMm of muscle, marrow and other soft tissue
 * @param fatPerMm of adipose tissue
 */
record XrayBeam(double bonePerMm, double leanPerMm, double fatPerMm) {

  /**
   * 40 keV, about the effective energy of a 65 kVp beam behind a knee: cortical bone 0.6655 cm2/g
   * at 1.92 g/cm3, soft tissue 0.2688 cm2/g at 1.06 g/cm3, adipose tissue 0.2396 cm2/g at 0.95
   * g/cm3.
   */
  static final XrayBeam KEV_40 =
      new XrayBeam(0.6655 * 1.92 / 10, 0.2688 * 1.06 / 10, 0.2396 * 0.95 / 10);

  XrayBeam {
    if (!(bonePerMm > leanPerMm && leanPerMm > fatPerMm && fatPerMm > 0)) {
      throw new IllegalArgumentException(
          "bone must attenuate more than lean tissue, and that more than fat; found %s, %s, %s"
              .formatted(bonePerMm, leanPerMm, fatPerMm));
    }
  }

  /** {@code sum mu_i L_i} of path lengths in mm. */
  double lineIntegral(double boneMm, double leanMm, double fatMm) {
    return bonePerMm * boneMm + leanPerMm * leanMm + fatPerMm * fatMm;
  }

  /** Share of the photons that pass, 0 to 1. */
  double transmission(double boneMm, double leanMm, double fatMm) {
    return Math.exp(-lineIntegral(boneMm, leanMm, fatMm));
  }
}
