package org.strnet.network;

import java.util.Optional;

/** What may be known of the patient beside the film; the column is its name in a cohort file. */
public enum ClinicalVariable {
  /** Years, 0 to 120. */
  AGE("age", Kind.CONTINUOUS, 0, 120),
  /** Female 1, male 0. */
  SEX("sex", Kind.SEX, 0, 1),
  /** Body mass index in kg/m2, 8 to 90; from height and weight where it is not given. */
  BMI("bmi", Kind.CONTINUOUS, 8, 90),
  /** Years at menopause, 15 to 70. */
  MENOPAUSE_AGE("menopause_age", Kind.CONTINUOUS, 15, 70),
  /** Smokes. */
  SMOKER("smoker", Kind.YES_NO, 0, 1),
  /** Has diabetes. */
  DIABETIC("diabetic", Kind.YES_NO, 0, 1),
  /** Has hypothyroidism. */
  HYPOTHYROIDISM("hypothyroidism", Kind.YES_NO, 0, 1),
  /** Takes oestrogen. */
  ESTROGEN_USE("estrogen_use", Kind.YES_NO, 0, 1),
  /** Has had a fragility fracture. */
  FRACTURE_HISTORY("fracture_history", Kind.YES_NO, 0, 1),
  /** Osteoporosis in the family. */
  FAMILY_HISTORY("family_history", Kind.YES_NO, 0, 1);

  /** How a variable is written. */
  public enum Kind {
    /** A number in its unit. */
    CONTINUOUS,
    /** {@code yes} or {@code no}, also 1 or 0. */
    YES_NO,
    /** {@code female} or {@code male}, also F or M. */
    SEX
  }

  private final String column;
  private final Kind kind;
  private final double lowest;
  private final double highest;

  ClinicalVariable(String column, Kind kind, double lowest, double highest) {
    this.column = column;
    this.kind = kind;
    this.lowest = lowest;
    this.highest = highest;
  }

  /** Name in a cohort file and in the bundle. */
  public String column() {
    return column;
  }

  /** How it is written. */
  public Kind kind() {
    return kind;
  }

  /** Whether a value can be one of a living patient, in the variable's unit. */
  public boolean isPlausible(double value) {
    return value >= lowest && value <= highest;
  }

  /** The variable of a column, if it is one. */
  public static Optional<ClinicalVariable> ofColumn(String column) {
    for (ClinicalVariable variable : values()) {
      if (variable.column.equals(column)) {
        return Optional.of(variable);
      }
    }
    return Optional.empty();
  }
}
