package org.strnet.phantom;

/**
 * The trabecular bone of one knee: a mean volume fraction, modulated by oriented streaks.
 *
 * <p>Amplitude over frequency f at angle t from the x axis: a log-normal band around one over the
 * spacing, times {@code exp(-(t/0.24)^2/2)} for the primary (vertical) trabeculae, whose wave
 * vector lies along x, and the same around 90 degrees times {@code crossLinks} for the secondary
 * ones, on a weak isotropic {@code 1/f} ground.
 */
final class Trabeculae {

  private static final int TILE = 512;
  private static final double SPACING = 0.22;
  private static final double BAND = 0.45;
  private static final double SPREAD = 0.24;

  private final NoiseTile streaks;
  private final double fraction;
  private final double contrast;

  private Trabeculae(NoiseTile streaks, double fraction, double contrast) {
    this.streaks = streaks;
    this.fraction = fraction;
    this.contrast = contrast;
  }

  static Trabeculae draw(BoneQuality quality, Draws draws) {
    NoiseTile streaks =
        NoiseTile.draw(TILE, SPACING, (fx, fy) -> amplitude(quality, fx, fy), draws);
    return new Trabeculae(streaks, quality.volumeFraction(), quality.contrast());
  }

  static double amplitude(BoneQuality quality, double fx, double fy) {
    double f = Math.sqrt(fx * fx + fy * fy);
    if (f > 2) {
      return 0;
    }
    double octave = Math.log(f * quality.spacingMm()) / BAND;
    double band = Math.exp(-octave * octave / 2);
    double angle = Math.atan2(Math.abs(fy), Math.abs(fx));
    double primary = Math.exp(-Math.pow(angle / SPREAD, 2) / 2);
    double secondary = Math.exp(-Math.pow((Math.PI / 2 - angle) / SPREAD, 2) / 2);
    return band * (primary + quality.crossLinks() * secondary) + 0.04 / (1 + 6 * f);
  }

  /** Volume fraction at a place, never negative. */
  double fractionAt(double x, double y) {
    return fraction * Math.max(0, 1 + contrast * streaks.at(x, y));
  }
}
