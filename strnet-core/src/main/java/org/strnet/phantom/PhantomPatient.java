package org.strnet.phantom;

import java.util.Objects;
import org.apache.commons.rng.UniformRandomProvider;
import org.strnet.decision.BoneStatus;

/**
 * A drawn patient. The T-score falls with age (faster in women), rises with body mass index, and
 * varies by 1.3 between patients who are alike in these.
 *
 * @param sex sex
 * @param age years
 * @param heightM height in m
 * @param weightKg weight in kg
 * @param tScore true T-score in SD, {@value #LOWEST_T_SCORE} to {@value #HIGHEST_T_SCORE}
 * @param side the examined side
 */
public record PhantomPatient(
    Sex sex, int age, double heightM, double weightKg, double tScore, BodySide side) {

  /** Lowest T-score drawn, in SD. */
  public static final double LOWEST_T_SCORE = -4.5;

  /** Highest T-score drawn, in SD. */
  public static final double HIGHEST_T_SCORE = 1.5;

  private static final double OWN_VARIATION = 1.3;

  /** Sex of a patient. */
  public enum Sex {
    /** Female. */
    FEMALE,
    /** Male. */
    MALE
  }

  /** Side of the body. */
  public enum BodySide {
    /** The patient's left, shown on the picture's right. */
    LEFT,
    /** The patient's right, shown on the picture's left. */
    RIGHT
  }

  /** Checks the ranges. */
  public PhantomPatient {
    Objects.requireNonNull(sex);
    Objects.requireNonNull(side);
    if (age < 18 || age > 100 || !(heightM > 1 && heightM < 2.3) || !(weightKg > 25)) {
      throw new IllegalArgumentException(
          "age 18 to 100, height 1 to 2.3 m, weight above 25 kg; found %d, %s, %s"
              .formatted(age, heightM, weightKg));
    }
    if (!(tScore >= LOWEST_T_SCORE && tScore <= HIGHEST_T_SCORE)) {
      throw new IllegalArgumentException("T-score must be -4.5 to 1.5, found " + tScore);
    }
  }

  /** Body mass index in kg/m2. */
  public double bmi() {
    return weightKg / (heightM * heightM);
  }

  /** The class of the T-score. */
  public BoneStatus boneStatus() {
    return BoneStatus.ofTScore(tScore);
  }

  /** The same patient with another T-score; for series in which nothing else changes. */
  public PhantomPatient withTScore(double other) {
    return new PhantomPatient(sex, age, heightM, weightKg, other, side);
  }

  /** Draws a patient; T-scores are rounded to 0.01 as they are reported. */
  static PhantomPatient draw(Draws draws) {
    return draw(draws, PhantomSite.USUAL);
  }

  /** Draws a patient of a site. */
  static PhantomPatient draw(Draws draws, PhantomSite site) {
    UniformRandomProvider random = draws.uniform();
    Sex sex = random.nextDouble() < 0.65 ? Sex.FEMALE : Sex.MALE;
    int age = random.nextInt(25, 86);
    double height =
        sex == Sex.FEMALE
            ? draws.normal(1.61, 0.06, 1.42, 1.82)
            : draws.normal(1.75, 0.065, 1.55, 1.98);
    double bmi = Math.exp(draws.normal(Math.log(26.3), 0.16, Math.log(17), Math.log(44)));
    double yearsOfLoss = Math.max(0, age - 32);
    double expected =
        0.15
            - (sex == Sex.FEMALE ? 0.052 : 0.034) * yearsOfLoss
            + 0.05 * (bmi - 26.3)
            + site.tScoreShift();
    double tScore = draws.normal(expected, OWN_VARIATION, LOWEST_T_SCORE, HIGHEST_T_SCORE);
    BodySide side = random.nextBoolean() ? BodySide.RIGHT : BodySide.LEFT;
    double roundedHeight = round(height, 1000);
    double weight = round(bmi * roundedHeight * roundedHeight, 10);
    return new PhantomPatient(sex, age, roundedHeight, weight, round(tScore, 100), side);
  }

  private static double round(double value, double steps) {
    return Math.round(value * steps) / steps;
  }
}
