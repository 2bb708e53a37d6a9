package org.strnet.training.network;

/** The three questions, in the order of gates and representations. */
public enum Task {
  /** Bone loss or normal. */
  SCREENING("screening"),
  /** Osteoporosis or osteopenia, given bone loss. */
  SEVERITY("severity"),
  /** The T-score. */
  T_SCORE("t_score");

  private final String key;

  Task(String key) {
    this.key = key;
  }

  /** Name in weight files and logs. */
  public String key() {
    return key;
  }
}
