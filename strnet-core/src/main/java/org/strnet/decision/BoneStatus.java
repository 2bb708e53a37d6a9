package org.strnet.decision;

/** The WHO's densitometric classes (WHO Technical Report Series 843, 1994). */
public enum BoneStatus {
  /** T-score of -1.0 or above. */
  NORMAL,
  /** T-score below -1.0 and above -2.5. */
  OSTEOPENIA,
  /** T-score of -2.5 or below. */
  OSTEOPOROSIS;

  /** The class of a T-score in SD. */
  public static BoneStatus ofTScore(double tScore) {
    if (Double.isNaN(tScore)) {
      throw new IllegalArgumentException("a T-score must be a number, found NaN");
    }
    if (tScore >= -1.0) {
      return NORMAL;
    }
    return tScore > -2.5 ? OSTEOPENIA : OSTEOPOROSIS;
  }
}
