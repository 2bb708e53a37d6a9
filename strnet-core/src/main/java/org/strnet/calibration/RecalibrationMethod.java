package org.strnet.calibration;

import org.strnet.provenance.BadInputException;

/** How a bundle's calibration of one head is fitted to other films. */
public enum RecalibrationMethod {
  /** The slope stays, the intercept makes the mean probability the observed frequency. */
  INTERCEPT("intercept"),
  /** Slope alone (Guo et al. 2017, arXiv 1706.04599). */
  TEMPERATURE("temperature"),
  /** Slope and intercept (Platt 1999). */
  PLATT("platt"),
  /** Any rising map (Zadrozny and Elkan 2002). */
  ISOTONIC("isotonic");

  private final String code;

  RecalibrationMethod(String code) {
    this.code = code;
  }

  /** Its name in files and on the command line. */
  public String code() {
    return code;
  }

  /**
   * Fits on films the network was not fitted to.
   *
   * @param before the map in use; {@link #INTERCEPT} keeps its slope
   * @param logits the head's logits, finite, one per film
   * @param labels one per film
   * @throws BadInputException if only one label occurs, or if there is no slope to keep
   */
  public CalibrationMap fit(CalibrationMap before, double[] logits, boolean[] labels) {
    LogitScalingFit films = LogitScalingFit.of(logits, labels);
    return switch (this) {
      case INTERCEPT -> films.intercept(slope(before));
      case TEMPERATURE -> films.temperature();
      case PLATT -> films.platt();
      case ISOTONIC -> IsotonicMap.fit(logits, labels);
    };
  }

  private static double slope(CalibrationMap before) {
    return before.fold(
        LogitScaling::slope,
        isotonic -> {
          throw new BadInputException(
              "calibration", "an isotonic map has no slope to keep: choose another method");
        });
  }
}
