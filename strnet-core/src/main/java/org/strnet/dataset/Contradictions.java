package org.strnet.dataset;

/** What to do when values of a cohort contradict each other. */
public enum Contradictions {
  /** Refuse the cohort and name the rows. */
  REFUSE,
  /** Keep the values as they are; {@link Cohort#contradictions()} names the rows. */
  REPORT_AND_GO_ON
}
