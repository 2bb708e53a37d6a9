package org.strnet.calibration;

import java.util.Arrays;

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

  /**
   * Calibrates on films the network was not fitted on: the half-width is the {@code ceil((n + 1)
   * coverage)}-th smallest absolute residual, infinite if that is more than n.
   *
   * @param residuals estimate minus reference, one per film, in the estimate's unit
   * @param coverage stated coverage, between 0 and 1
   */
  public static ConformalInterval ofResiduals(double[] residuals, double coverage) {
    double[] sorted = new double[residuals.length];
    for (int i = 0; i < sorted.length; i++) {
      if (!Double.isFinite(residuals[i])) {
        throw new IllegalArgumentException("residuals must be finite, found " + residuals[i]);
      }
      sorted[i] = Math.abs(residuals[i]);
    }
    Arrays.sort(sorted);
    int n = sorted.length;
    // A product such as 0.55 x 100 lies a hair above its whole number; it must not round up.
    double rank = Math.ceil((n + 1) * coverage - 1e-9);
    double halfWidth = rank > n ? Double.POSITIVE_INFINITY : sorted[Math.max(0, (int) rank - 1)];
    return new ConformalInterval(coverage, halfWidth, n);
  }
}
