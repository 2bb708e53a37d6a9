package org.strnet.audit.label;

import java.util.Optional;
import java.util.function.Function;
import org.strnet.dataset.CohortColumns;

/**
 * What the clinical values of a patient must or nearly always do obey. Impossible values cannot be
 * true; unlikely ones can, and a slip of the pen is likelier.
 */
public enum ClinicalRule {
  /** Age over 100. */
  AGE_OVER_100(
      false,
      "an age over 100 years",
      "about 1 in 10 000 people is that old (UN World Population Prospects 2024)",
      row -> row.above("age", 100)),
  /** A class by T-score before peak bone mass. */
  CLASS_BEFORE_20(
      true,
      "osteopenia or osteoporosis by T-score before the age of 20",
      "a T-score compares with peak bone mass, which is not reached; the Z-score is used instead"
          + " (ISCD official positions 2023)",
      row ->
          row.below("age", 20)
              .filter(age -> row.hasLowBoneClass())
              .map(age -> age + ", " + row.word(CohortColumns.BONE_STATUS))),
  /** Menopause later than today. */
  MENOPAUSE_AFTER_AGE(
      true,
      "an age at menopause above the age",
      "it lies in the future",
      row ->
          row.both("menopause_age", "age")
              .filter(v -> v[0] > v[1])
              .map(v -> "menopause at %s, age %s".formatted(Row.plain(v[0]), Row.plain(v[1])))),
  /** Menopause of a man. */
  MENOPAUSE_OF_A_MAN(
      true,
      "an age at menopause of a man",
      "sex or menopause is in the wrong row",
      row ->
          row.number("menopause_age")
              .filter(v -> row.isMale())
              .map(v -> "menopause_age " + Row.plain(v))),
  /** Oestrogen of a man. */
  OESTROGEN_OF_A_MAN(
      false,
      "a man who takes oestrogen",
      "rare (prostate cancer, gender-affirming treatment); sex or the column may be mistaken",
      row ->
          row.isMale() && row.isYes("estrogen_use")
              ? Optional.of("estrogen_use yes")
              : Optional.empty()),
  /** Menopause out of range. */
  MENOPAUSE_OUT_OF_RANGE(
      false,
      "an age at menopause below 30 or above 60",
      "1 in 1000 women has it before 30 (Coulam et al. 1986), hardly any after 60",
      row -> row.outside("menopause_age", 30, 60)),
  /** Body mass index against height and weight. */
  BODY_MASS_INDEX(
      true,
      "a body mass index that is not weight over height squared",
      "one of the three is wrong",
      Row::massIndexFault),
  /** Height in another unit. */
  HEIGHT_UNIT(
      true,
      "a height outside 0.5 to 2.6, in metres",
      "it is written in another unit, e.g. centimetres",
      row -> row.outside(CohortColumns.HEIGHT, 0.5, 2.6)),
  /** Weight in another unit. */
  WEIGHT_UNIT(
      true,
      "a weight outside 5 to 400, in kilograms",
      "it is written in another unit",
      row -> row.outside(CohortColumns.BODY_WEIGHT, 5, 400)),
  /** Height of few adults. */
  HEIGHT_UNLIKELY(
      false,
      "a height below 1.30 or above 2.10 m",
      "fewer than 1 in 1000 adults (NCD-RisC 2016: means 1.47 to 1.83 m, SD about 0.07 m)",
      row ->
          row.within(CohortColumns.HEIGHT, 0.5, 2.6)
              .flatMap(v -> row.outside(CohortColumns.HEIGHT, 1.3, 2.1))),
  /** Body mass index of few adults. */
  MASS_INDEX_UNLIKELY(
      false,
      "a body mass index below 14 or above 60",
      "below 14 is life-threatening underweight, above 60 fewer than 1 in 1000 adults",
      row -> row.outside("bmi", 14, 60)),
  /** T-score of few patients. */
  T_SCORE_UNLIKELY(
      false,
      "a T-score below -6 or above 5",
      "more than 5 SD from the mean of the young, or another quantity in the column",
      row -> row.outside(CohortColumns.T_SCORE, -6, 5));

  private final boolean impossible;
  private final String what;
  private final String reason;

  /** One of the functions above, none of which keeps anything. */
  @SuppressWarnings("ImmutableEnumChecker")
  private final Function<Row, Optional<String>> test;

  ClinicalRule(
      boolean impossible, String what, String reason, Function<Row, Optional<String>> test) {
    this.impossible = impossible;
    this.what = what;
    this.reason = reason;
    this.test = test;
  }

  /** Whether what breaks it cannot be true. */
  public boolean isImpossible() {
    return impossible;
  }

  /** What breaks it. */
  public String what() {
    return what;
  }

  /** Why it is impossible or unlikely, with its source. */
  public String reason() {
    return reason;
  }

  /** The values that break it, if they do. */
  Optional<String> fault(Row row) {
    return test.apply(row);
  }
}
