package org.strnet.calibration;

import java.util.function.Function;

/**
 * Scales a logit before the sigmoid: {@code p = sigmoid(slope * logit + intercept)}. With intercept
 * 0 it is temperature scaling (Guo et al. 2017, arXiv 1706.04599), slope being one over the
 * temperature.
 *
 * @param slope above 0, so that the order of films never changes
 * @param intercept added after scaling
 */
public record LogitScaling(double slope, double intercept) implements CalibrationMap {

  /** The logit as it is. */
  public static final LogitScaling IDENTITY = new LogitScaling(1, 0);

  /** Checks the ranges. */
  public LogitScaling {
    if (!(slope > 0) || !Double.isFinite(slope) || !Double.isFinite(intercept)) {
      throw new IllegalArgumentException(
          "slope must be positive and both finite, found " + slope + ", " + intercept);
    }
  }

  @Override
  public double probability(double logit) {
    return 1 / (1 + Math.exp(-(slope * logit + intercept)));
  }

  @Override
  public <T> T fold(Function<LogitScaling, T> scaling, Function<IsotonicMap, T> isotonic) {
    return scaling.apply(this);
  }
}
