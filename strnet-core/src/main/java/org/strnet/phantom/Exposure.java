package org.strnet.phantom;

/**
 * From line integrals to grey values: primary and scattered photons, detector blur, quantum noise,
 * logarithmic display. Drawn without regard to the bone.
 *
 * @param photonsPerMm2 photons in air at the detector
 * @param scatterRatio scattered over primary photons behind 100 mm of tissue
 * @param blurMm SD of the detector's Gaussian blur
 * @param low line integral shown black, as a share of that of the leg's soft tissue
 * @param range line integrals shown between black and white
 * @param gamma exponent of the display curve
 * @param compression share of the low frequencies that dynamic range compression takes away
 * @param heelX change of the beam's intensity across the film, relative
 * @param heelY along the film
 */
record Exposure(
    double photonsPerMm2,
    double scatterRatio,
    double blurMm,
    double low,
    double range,
    double gamma,
    double compression,
    double heelX,
    double heelY) {

  private static final int COARSE = 16;
  private static final int TABLE = 1 << 17;
  private static final float BRIGHTEST = 2;

  static Exposure draw(Draws draws) {
    return new Exposure(
        Math.exp(draws.between(Math.log(1.5e6), Math.log(8e6))),
        draws.between(0.15, 0.5),
        draws.between(0.08, 0.2),
        draws.between(0.15, 0.5),
        draws.between(2.6, 3.6),
        draws.between(0.8, 1.25),
        draws.between(0.3, 0.6),
        draws.between(-0.12, 0.12),
        draws.between(-0.12, 0.12));
  }

  /** The same film taken at another site. */
  Exposure at(PhantomSite site) {
    return new Exposure(
        photonsPerMm2 * site.exposure(),
        scatterRatio,
        site.blurMm() == 0 ? blurMm : Math.hypot(blurMm, site.blurMm()),
        low,
        range,
        gamma * site.gamma(),
        compression,
        heelX,
        heelY);
  }

  /**
   * Exposes and displays a film.
   *
   * @param integrals line integral of each pixel
   * @param plan the film's geometry
   * @param legDepthMm depth of the leg, which decides scatter and display
   * @param bits of a sample
   * @return samples, bone bright
   */
  short[] expose(float[] integrals, FilmPlan plan, double legDepthMm, int bits, Draws noise) {
    int width = plan.width();
    int height = plan.height();
    float[] intensity = primary(integrals, width, height);
    float[] scatter = Smoothing.coarse(intensity, width, height, COARSE, 18 / plan.pixelMm());
    double ratio = scatterRatio * legDepthMm / 100;
    for (int i = 0; i < intensity.length; i++) {
      intensity[i] += (float) (ratio * scatter[i]);
    }
    Smoothing.gaussian(intensity, width, height, blurMm / plan.pixelMm());
    double photons = photonsPerMm2 * plan.pixelMm() * plan.pixelMm();
    double black = low * legDepthMm * XrayBeam.KEV_40.leanPerMm() - Math.log(1 + ratio);
    for (int i = 0; i < intensity.length; i++) {
      double mean = photons * intensity[i];
      double counted = Math.max(1, mean + Math.sqrt(mean) * noise.normal());
      intensity[i] = (float) ((Math.log(photons / counted) - black) / range);
    }
    return display(intensity, plan, bits);
  }

  /** Compresses slow changes as film processing does, then shows shares 0 to 1 as grey. */
  private short[] display(float[] shares, FilmPlan plan, int bits) {
    float[] body = new float[shares.length];
    for (int i = 0; i < body.length; i++) {
      body[i] = Math.max(0, shares[i]);
    }
    float[] slow = Smoothing.coarse(body, plan.width(), plan.height(), COARSE, 14 / plan.pixelMm());
    short[] table = table((1 << bits) - 1);
    short[] samples = new short[shares.length];
    for (int i = 0; i < samples.length; i++) {
      float share = shares[i] <= 0 ? 0 : (float) (shares[i] - compression * (slow[i] - 0.5));
      samples[i] = table[Math.max(0, Math.min(TABLE, Math.round(share * TABLE / BRIGHTEST)))];
    }
    return samples;
  }

  private float[] primary(float[] integrals, int width, int height) {
    float[] intensity = new float[integrals.length];
    for (int y = 0; y < height; y++) {
      double along = 1 + heelY * (2.0 * y / height - 1);
      for (int x = 0; x < width; x++) {
        double heel = along * (1 + heelX * (2.0 * x / width - 1));
        intensity[y * width + x] = (float) (heel * Math.exp(-integrals[y * width + x]));
      }
    }
    return intensity;
  }

  /** Grey values of shares 0 to {@value #BRIGHTEST}. */
  private short[] table(int white) {
    short[] table = new short[TABLE + 1];
    for (int i = 0; i <= TABLE; i++) {
      table[i] = (short) Math.round(white * curve((double) i * BRIGHTEST / TABLE));
    }
    return table;
  }

  /** Grey share 0 to 1: a power below, bending softly into white above 0.85. */
  private double curve(double share) {
    if (share <= 0) {
      return 0;
    }
    double raised = Math.pow(share, gamma);
    return raised < 0.85 ? raised : 0.85 + 0.15 * (1 - Math.exp(-(raised - 0.85) / 0.15));
  }
}
