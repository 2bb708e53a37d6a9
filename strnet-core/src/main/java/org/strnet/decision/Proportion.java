package org.strnet.decision;

import org.apache.commons.statistics.distribution.BetaDistribution;

/**
 * Successes out of trials with a 95 % Wilson score interval (Wilson 1927, JASA 22:209), and the
 * exact limits of Clopper and Pearson (1934, Biometrika 26:404).
 *
 * @param successes 0 to trials
 * @param trials at least 1
 */
public record Proportion(int successes, int trials) {

  /** Two-sided 95 % quantile of the standard normal distribution. */
  private static final double Z = 1.959963984540054;

  /** Checks the counts. */
  public Proportion {
    if (trials < 1 || successes < 0 || successes > trials) {
      throw new IllegalArgumentException(
          "successes must be 0 to trials, trials at least 1; found " + successes + "/" + trials);
    }
  }

  /** Successes over trials. */
  public double value() {
    return (double) successes / trials;
  }

  /** Lower limit of the 95 % Wilson interval. */
  public double low() {
    return successes == 0 ? 0 : wilson(-Z);
  }

  /** Upper limit of the 95 % Wilson interval. */
  public double high() {
    return successes == trials ? 1 : wilson(Z);
  }

  /**
   * One Wilson limit.
   *
   * @param z quantile of the standard normal distribution; negative for the lower limit
   */
  public double wilson(double z) {
    double n = trials;
    double p = value();
    double centre = p + z * z / (2 * n);
    double spread = z * Math.sqrt(p * (1 - p) / n + z * z / (4 * n * n));
    return (centre + spread) / (1 + z * z / n);
  }

  /**
   * The lower limit of Clopper and Pearson: the success rate at which so many successes or more
   * have the given probability.
   *
   * @param tail that probability, between 0 and 1; 0.025 for a two-sided 95 % interval
   */
  public double clopperPearsonLow(double tail) {
    return successes == 0
        ? 0
        : BetaDistribution.of(successes, trials - successes + 1.0)
            .inverseCumulativeProbability(tail);
  }

  /**
   * The upper limit of Clopper and Pearson: the success rate at which so many successes or fewer
   * have the given probability.
   *
   * @param tail that probability, between 0 and 1; 0.025 for a two-sided 95 % interval
   */
  public double clopperPearsonHigh(double tail) {
    return successes == trials
        ? 1
        : BetaDistribution.of(successes + 1.0, trials - successes).inverseSurvivalProbability(tail);
  }
}
