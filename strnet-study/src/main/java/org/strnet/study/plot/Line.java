package org.strnet.study.plot;

/** How a line is drawn, so that a grey print keeps series apart. */
public enum Line {
  /** Without gaps. */
  SOLID(""),
  /** Long strokes. */
  DASHED("6 3"),
  /** Points. */
  DOTTED("1.5 2.5"),
  /** In turn. */
  DASH_DOT("7 2.5 1.5 2.5");

  private final String dashes;

  Line(String dashes) {
    this.dashes = dashes;
  }

  /** As SVG writes it; empty for a line without gaps. */
  String dashes() {
    return dashes;
  }
}
