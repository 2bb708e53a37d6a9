package org.strnet.cli;

import org.strnet.phantom.PhantomSite;
import picocli.CommandLine.Option;

/** What is different at the hospital whose phantoms are drawn. */
final class PhantomSiteOptions {

  @Option(
      names = "--site-exposure",
      paramLabel = "FACTOR",
      description = "Another site: photons at the detector times this, 0.01 to 10.")
  private double exposure = PhantomSite.USUAL.exposure();

  @Option(
      names = "--site-blur",
      paramLabel = "MM",
      description = "Another site: SD of a blur of the detector beyond its own, 0 to 1 mm.")
  private double blurMm = PhantomSite.USUAL.blurMm();

  @Option(
      names = "--site-gamma",
      paramLabel = "FACTOR",
      description = "Another site: exponent of the display curve times this, 0.25 to 4.")
  private double gamma = PhantomSite.USUAL.gamma();

  @Option(
      names = "--site-t-score",
      paramLabel = "SD",
      description = "Another site: expected T-scores higher by this, -3 to 3.")
  private double tScoreShift = PhantomSite.USUAL.tScoreShift();

  /**
   * The site.
   *
   * @throws IllegalArgumentException if a value is out of its range
   */
  PhantomSite site() {
    return new PhantomSite(exposure, blurMm, gamma, tScoreShift);
  }
}
