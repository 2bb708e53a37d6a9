package org.strnet.server.quality.monitoring;

/** Which way a rate may drift. */
public enum Direction {
  /** More than in the reference. */
  UP("rise"),
  /** Fewer than in the reference. */
  DOWN("fall");

  private final String word;

  Direction(String word) {
    this.word = word;
  }

  /** What the drift is called. */
  public String word() {
    return word;
  }
}
