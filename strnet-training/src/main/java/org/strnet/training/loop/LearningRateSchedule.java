package org.strnet.training.loop;

/**
 * Linear warm-up, then half a cosine down to a floor (Loshchilov and Hutter 2017, arXiv
 * 1608.03983).
 *
 * @param warmUpSteps steps of the warm-up, not negative
 * @param totalSteps steps of the whole run, above {@code warmUpSteps}
 * @param floor share of the base rate left at the end, 0 to 1
 */
public record LearningRateSchedule(int warmUpSteps, int totalSteps, double floor) {

  /** Checks the ranges. */
  public LearningRateSchedule {
    if (warmUpSteps < 0 || totalSteps <= warmUpSteps || !(floor >= 0 && floor <= 1)) {
      throw new IllegalArgumentException(
          "0 <= warm-up < total steps and floor in [0, 1], found %d, %d, %s"
              .formatted(warmUpSteps, totalSteps, floor));
    }
  }

  /** The factor on the base learning rate at a step, counted from 0. */
  public double factor(int step) {
    if (step < warmUpSteps) {
      return (step + 1.0) / warmUpSteps;
    }
    double progress = Math.min(1, (step - warmUpSteps) / (double) (totalSteps - warmUpSteps));
    return floor + (1 - floor) * 0.5 * (1 + Math.cos(Math.PI * progress));
  }
}
