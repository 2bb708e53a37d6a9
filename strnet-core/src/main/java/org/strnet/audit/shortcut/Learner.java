package org.strnet.audit.shortcut;

import java.util.function.ToDoubleFunction;

/** Fits a score of positive films to features. */
@FunctionalInterface
interface Learner {

  /**
   * Fits.
   *
   * @param features one row per film
   * @param labels one per film, both occurring
   * @return the score of a film's features, higher for positive
   */
  ToDoubleFunction<double[]> fit(double[][] features, boolean[] labels);
}
