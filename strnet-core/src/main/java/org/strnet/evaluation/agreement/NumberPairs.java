package org.strnet.evaluation.agreement;

import java.util.Arrays;

/**
 * Estimated and reference numbers of the same films, in one unit.
 *
 * @param estimates finite, one per film
 * @param references finite, one per film
 */
public record NumberPairs(double[] estimates, double[] references) {

  /** Copies and checks. */
  public NumberPairs {
    if (estimates.length != references.length
        || !Double.isFinite(Arrays.stream(estimates).sum() + Arrays.stream(references).sum())) {
      throw new IllegalArgumentException(
          "one finite reference per finite estimate, found %d and %d numbers"
              .formatted(references.length, estimates.length));
    }
    estimates = estimates.clone();
    references = references.clone();
  }

  /** A copy of the estimates. */
  @Override
  public double[] estimates() {
    return estimates.clone();
  }

  /** A copy of the references. */
  @Override
  public double[] references() {
    return references.clone();
  }

  /** Number of films. */
  public int size() {
    return estimates.length;
  }

  /** Some films, a film as often as it is named. */
  public NumberPairs select(int[] rows) {
    double[] chosen = new double[rows.length];
    double[] truth = new double[rows.length];
    for (int i = 0; i < rows.length; i++) {
      chosen[i] = estimates[rows[i]];
      truth[i] = references[rows[i]];
    }
    return new NumberPairs(chosen, truth);
  }

  /** Means, variances and covariance, with denominator n. */
  Moments moments() {
    double meanE = Arrays.stream(estimates).sum() / size();
    double meanR = Arrays.stream(references).sum() / size();
    double varianceE = 0;
    double varianceR = 0;
    double covariance = 0;
    for (int i = 0; i < size(); i++) {
      double e = estimates[i] - meanE;
      double r = references[i] - meanR;
      varianceE += e * e / size();
      varianceR += r * r / size();
      covariance += e * r / size();
    }
    return new Moments(meanE - meanR, varianceE, varianceR, covariance);
  }

  /**
   * Moments of the pairs.
   *
   * @param bias mean estimate minus mean reference
   * @param varianceE variance of the estimates
   * @param varianceR variance of the references
   * @param covariance of the two
   */
  record Moments(double bias, double varianceE, double varianceR, double covariance) {}
}
