package org.strnet.study.checklist;

/** The sections of {@code report.html} that checklists point to, by the {@code id} they carry. */
enum ReportSection {
  /** Counts from received to analysed. */
  FLOW("flow", "flow of films"),
  /** Table 1. */
  COHORT("cohort", "characteristics of the cohort"),
  /** The main table. */
  RESULTS("results", "main results"),
  /** Receiver operating characteristic. */
  ROC("roc", "ROC curve"),
  /** Observed against predicted. */
  CALIBRATION("calibration", "calibration"),
  /** Net benefit. */
  DECISION_CURVE("decision-curve", "decision curve"),
  /** Results of the test against the reference. */
  CONFUSION("confusion", "confusion matrix"),
  /** Figures by group. */
  SUBGROUPS("subgroups", "subgroups"),
  /** Areas within strata. */
  ADJUSTED("adjusted", "areas within and adjusted for framing and age"),
  /** The worst wrong answers. */
  ERRORS("errors", "worst errors");

  private final String id;
  private final String words;

  ReportSection(String id, String words) {
    this.id = id;
    this.words = words;
  }

  String id() {
    return id;
  }

  String words() {
    return words;
  }
}
