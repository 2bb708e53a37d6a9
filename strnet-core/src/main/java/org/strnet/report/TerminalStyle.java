package org.strnet.report;

/**
 * How a terminal is.
 *
 * @param width columns, limited to 80 to 120
 * @param colours whether it shows colours
 */
public record TerminalStyle(int width, boolean colours) {

  private static final int MIN_WIDTH = 80;
  private static final int MAX_WIDTH = 120;

  /** Limits the width. */
  public TerminalStyle {
    width = Math.max(MIN_WIDTH, Math.min(MAX_WIDTH, width));
  }
}
