package org.strnet.evaluation.planning;

import java.util.function.IntPredicate;
import org.strnet.provenance.BadInputException;

/**
 * Patients by one formula.
 *
 * @param formula name and source
 * @param patients at least 1
 */
public record SampleSize(String formula, int patients) {

  /** Beyond this many patients a plan is refused. */
  public static final int MOST = 1_000_000;

  /**
   * The smallest number that is enough.
   *
   * @param formula name and source
   * @param enough once true, true for every larger number, but for rounding
   * @throws BadInputException if {@link #MOST} are not enough
   */
  static SampleSize smallest(String formula, IntPredicate enough) {
    if (!enough.test(MOST)) {
      throw new BadInputException(
          "plan", "needs more than %,d patients: ask for less (%s)".formatted(MOST, formula));
    }
    int tooFew = 0;
    int sufficient = 1;
    while (!enough.test(sufficient)) {
      tooFew = sufficient;
      sufficient = Math.min(MOST, 2 * sufficient);
    }
    while (sufficient - tooFew > 1) {
      int middle = (tooFew + sufficient) / 2;
      if (enough.test(middle)) {
        sufficient = middle;
      } else {
        tooFew = middle;
      }
    }
    return new SampleSize(formula, sufficient);
  }

  /** Expected patients with the finding. */
  static int positives(int patients, double prevalence) {
    return (int) Math.round(patients * prevalence);
  }

  /**
   * Refuses what is not strictly between two limits, infinities and NaN among it.
   *
   * @throws BadInputException that names the quantity and the value
   */
  static void requireBetween(String quantity, double value, double low, double high) {
    if (!(value > low && value < high)) {
      throw new BadInputException(
          "plan",
          "%s must be above %s and below %s, found %s".formatted(quantity, low, high, value));
    }
  }
}
