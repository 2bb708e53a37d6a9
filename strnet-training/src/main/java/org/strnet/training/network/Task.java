package org.strnet.training.network;

/** The three questions, in the order of gates and representations. */
public enum Task {
  /** Bone loss or normal. */
  SCREENING("screening", 0),
  /** Osteoporosis or osteopenia, given bone loss. */
  SEVERITY("severity", 1),
  /** The T-score. */
  T_SCORE("t_score", 2);

  private final String key;
  private final int column;

  Task(String key, int column) {
    this.key = key;
    this.column = column;
  }

  /** Its column where the three stand side by side. */
  public int column() {
    return column;
  }

  /** Name in weight files and logs. */
  public String key() {
    return key;
  }
}
