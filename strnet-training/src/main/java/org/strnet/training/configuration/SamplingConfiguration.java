package org.strnet.training.configuration;

/**
 * How the films of an epoch are drawn.
 *
 * @param balance strength of balancing over status (and framing, where a column names it), 0 to 1
 * @param framingColumn cohort column of the acquisition family; empty for none
 */
public record SamplingConfiguration(double balance, String framingColumn) {

  /** Checks the strength. */
  public SamplingConfiguration {
    if (!(balance >= 0 && balance <= 1)) {
      throw new IllegalArgumentException("balance must be in [0, 1], found " + balance);
    }
  }
}
