package org.strnet.calibration;

/**
 * A split-conformal interval around an estimate: {@code estimate -+ halfWidth} covers the reference
 * in at least {@code coverage} of exchangeable films (Lei et al. 2018, JASA 113:1094).
 *
 * @param coverage stated coverage, between 0 and 1
 * @param halfWidth quantile of the absolute residuals of {@code n} calibration films; infinite when
 *     n is too small to state the coverage
 * @param n films it was calibrated on
 */
public record ConformalInterval(double coverage, double halfWidth, int n) {

  /** Checks the ranges. */
  public ConformalInterval {
    if (!(coverage > 0 && coverage < 1) || !(halfWidth >= 0) || n < 0) {
      throw new IllegalArgumentException(
          "coverage in (0, 1), half-width and n not negative; found %s, %s, %s"
              .formatted(coverage, halfWidth, n));
    }
  }
}
