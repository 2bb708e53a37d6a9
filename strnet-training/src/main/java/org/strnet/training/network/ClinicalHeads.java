package org.strnet.training.network;

/** Which heads see the clinical variables. */
public enum ClinicalHeads {
  /** The T-score head only, as in the paper. */
  T_SCORE,
  /** All three. */
  ALL
}
