package org.strnet.study.checklist;

import java.util.Optional;

/** The parts of {@code report.html} that checklists point to, by the {@code id} they carry. */
enum ReportSection {
  /** Counts from received to analysed. */
  FLOW("flow", "flow", "flow of films"),
  /** Table 1. */
  COHORT("cohort", "cohort", "characteristics of the cohort"),
  /** The main table. */
  RESULTS("results", "results", "main results"),
  /** Receiver operating characteristic. */
  ROC("roc", "figure-roc", "ROC curve"),
  /** Observed against predicted. */
  CALIBRATION("calibration", "figure-calibration", "calibration"),
  /** Net benefit. */
  DECISION_CURVE("decision-curve", "figure-decision", "decision curve"),
  /** Results of the test against the reference. */
  CONFUSION("confusion", "figure-classes", "confusion matrix"),
  /** Figures by group; only where there are groups. */
  SUBGROUPS("subgroups", "subgroups", "subgroups"),
  /** Areas within strata; only where there are strata. */
  ADJUSTED("adjusted", "confounding", "areas within and adjusted for framing and age"),
  /** What the film adds to what costs nothing; only where that was compared. */
  GAINS("gains", "confounding", "gain over what costs nothing"),
  /** The worst wrong answers. */
  ERRORS("errors", "errors", "largest errors"),
  /** What the figures cannot say. */
  LIMITS("limits", "limits", "limits");

  private static final String REPORT = "report.html";

  private final String code;
  private final String id;
  private final String words;

  ReportSection(String code, String id, String words) {
    this.code = code;
    this.id = id;
    this.words = words;
  }

  String code() {
    return code;
  }

  String id() {
    return id;
  }

  boolean isIn(String report) {
    return report.contains("id=\"" + id + "\"");
  }

  Place place() {
    return new Place(REPORT + ": " + words, Optional.of(REPORT + "#" + id));
  }
}
