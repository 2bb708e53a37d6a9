package org.strnet.evaluation.comparison;

import java.util.OptionalDouble;
import org.strnet.evaluation.estimate.Estimate;

/**
 * A difference between two figures.
 *
 * @param estimate first minus second with its 95 % interval, or why there is none
 * @param p two-sided p-value of no difference, 0 to 1, where the method gives one
 * @param adjustedP the same after Holm's adjustment over all comparisons made together (1979,
 *     Scandinavian Journal of Statistics 6:65); empty until {@link Holm} has seen them
 */
public record Difference(Estimate estimate, OptionalDouble p, OptionalDouble adjustedP) {

  /** Checks the ranges. */
  public Difference {
    if (!(p.orElse(0) >= 0 && p.orElse(0) <= 1)
        || !(adjustedP.orElse(0) >= 0 && adjustedP.orElse(0) <= 1)) {
      throw new IllegalArgumentException(
          "a p-value must be in [0, 1], found %s, %s".formatted(p, adjustedP));
    }
  }

  /** A difference whose p-value stands alone. */
  public static Difference of(Estimate estimate, double p) {
    return of(estimate, OptionalDouble.of(p));
  }

  /** A difference with a p-value where there is one. */
  public static Difference of(Estimate estimate, OptionalDouble p) {
    return new Difference(estimate, p, OptionalDouble.empty());
  }

  /** A difference without p-value. */
  public static Difference of(Estimate estimate) {
    return of(estimate, OptionalDouble.empty());
  }
}
