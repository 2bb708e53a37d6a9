package org.strnet.decision;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.strnet.provenance.BadInputException;

/**
 * Chooses the threshold of highest specificity whose sensitivity keeps a floor.
 *
 * <p>Sensitivity and specificity change only at observed probabilities, so every threshold between
 * two neighbours decides alike. The one that is stored lies half-way between the lowest probability
 * that is referred and the next one below it (0 if there is none): the stated sensitivity and
 * specificity hold exactly on the films it was chosen on, and still hold when another runtime gives
 * the same films probabilities that differ in the last digits. Equal probabilities are decided
 * together. Among thresholds of the same specificity the lowest is taken, which has the highest
 * sensitivity.
 */
public final class OperatingPoints {

  private OperatingPoints() {}

  /**
   * Where an operating point comes from.
   *
   * @param cohortHash SHA-256 of the cohort file
   * @param chosenOn the day
   */
  public record Origin(String cohortHash, LocalDate chosenOn) {}

  /** Films with one probability. */
  private record Step(double probability, int positives, int negatives) {}

  /** As below, with the usual level of the rule. */
  public static OperatingPoint choose(
      double[] probabilities, boolean[] boneLoss, ThresholdRule rule, double floor, Origin origin) {
    return choose(probabilities, boneLoss, new SensitivityFloor(floor, rule), origin);
  }

  /**
   * Chooses an operating point on validation films.
   *
   * @param probabilities of bone loss, one per film, 0 to 1
   * @param boneLoss whether the film has bone loss
   * @param floor for the sensitivity, and how it is kept
   * @param origin the cohort and the day
   * @throws BadInputException if there are no films with or without bone loss, or too few with it
   *     to keep the floor even when all are referred
   */
  public static OperatingPoint choose(
      double[] probabilities, boolean[] boneLoss, SensitivityFloor floor, Origin origin) {
    if (probabilities.length != boneLoss.length) {
      throw new IllegalArgumentException(
          "one label per probability, found %d and %d"
              .formatted(probabilities.length, boneLoss.length));
    }
    List<Step> steps = steps(probabilities, boneLoss);
    int positives = steps.stream().mapToInt(Step::positives).sum();
    int negatives = probabilities.length - positives;
    int needed = needed(floor, positives, negatives);
    int referredPositives = 0;
    int referredNegatives = 0;
    int last = -1;
    while (last + 1 < steps.size()
        && (referredPositives < needed || steps.get(last + 1).negatives() == 0)) {
      last++;
      referredPositives += steps.get(last).positives();
      referredNegatives += steps.get(last).negatives();
    }
    return new OperatingPoint(
        between(steps, last),
        floor.value(),
        floor.rule(),
        floor.alpha(),
        positives,
        negatives,
        new Proportion(referredPositives, positives),
        new Proportion(negatives - referredNegatives, negatives),
        origin.cohortHash(),
        origin.chosenOn());
  }

  /** The distinct probabilities, highest first. */
  private static List<Step> steps(double[] probabilities, boolean[] boneLoss) {
    TreeMap<Double, int[]> counts = new TreeMap<>(Comparator.reverseOrder());
    for (int i = 0; i < probabilities.length; i++) {
      if (!(probabilities[i] >= 0 && probabilities[i] <= 1)) {
        throw new IllegalArgumentException(
            "a probability must be in [0, 1], found " + probabilities[i]);
      }
      // Adding 0 makes a negative zero the same key as zero.
      counts.computeIfAbsent(probabilities[i] + 0.0, key -> new int[2])[boneLoss[i] ? 1 : 0]++;
    }
    return counts.entrySet().stream()
        .map(entry -> new Step(entry.getKey(), entry.getValue()[1], entry.getValue()[0]))
        .toList();
  }

  /**
   * The fewest positives that must be referred: from all of them down, as long as the rule holds
   * (the fixed sequence of {@link ThresholdRule#RISK_CONTROL}, and right for every rule, as each
   * holds for more positives where it holds for fewer).
   */
  private static int needed(SensitivityFloor floor, int positives, int negatives) {
    if (positives == 0 || negatives == 0) {
      throw new BadInputException(
          "operating point",
          "needs films with and without bone loss, found %d with and %d without"
              .formatted(positives, negatives));
    }
    if (!floor.isKeptBy(new Proportion(positives, positives))) {
      throw new BadInputException(
          "operating point",
          ("the rule %s cannot keep a sensitivity of %s at level %s on n = %d films with bone loss,"
                  + " not even when all are referred; use more films or the rule point")
              .formatted(floor.rule().code(), floor.value(), floor.alpha(), positives));
    }
    int needed = positives;
    while (needed > 1 && floor.isKeptBy(new Proportion(needed - 1, positives))) {
      needed--;
    }
    return needed;
  }

  private static double between(List<Step> steps, int last) {
    double lowest = steps.get(last).probability();
    double next = last + 1 < steps.size() ? steps.get(last + 1).probability() : 0;
    double middle = (lowest + next) / 2;
    // Between two neighbouring doubles there is nothing: the observed value then is the threshold.
    return middle > next ? middle : lowest;
  }
}
