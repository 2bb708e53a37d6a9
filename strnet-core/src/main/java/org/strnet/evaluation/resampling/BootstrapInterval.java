package org.strnet.evaluation.resampling;

/** How an interval is read off the resampled values. */
public enum BootstrapInterval {
  /** Their 2.5th and 97.5th percentiles. */
  PERCENTILE("percentile bootstrap"),
  /**
   * Percentiles shifted for bias and skewness (bias-corrected and accelerated; Efron 1987, JASA
   * 82:171). Costs one more evaluation of the statistic per patient.
   */
  BCA("BCa bootstrap");

  private final String words;

  BootstrapInterval(String words) {
    this.words = words;
  }

  /** As written in a method's text. */
  String words() {
    return words;
  }
}
