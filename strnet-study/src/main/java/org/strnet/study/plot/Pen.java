package org.strnet.study.plot;

/**
 * How a line is drawn.
 *
 * @param ink its colour
 * @param line its form
 * @param width in units of the drawing, above 0
 */
public record Pen(Ink ink, Line line, double width) {

  /** Axes. */
  public static final Pen FRAME = new Pen(Ink.FRAME, Line.SOLID, 1);

  /** Lines to read values by. */
  public static final Pen GRID = new Pen(Ink.GRID, Line.SOLID, 0.8);

  /** What there would be without skill. */
  public static final Pen REFERENCE = new Pen(Ink.REFERENCE, Line.DASHED, 1.1);

  /** A curve. */
  public static Pen curve(Ink ink, Line line) {
    return new Pen(ink, line, 1.8);
  }

  /** Bars of intervals. */
  public static Pen thin(Ink ink) {
    return new Pen(ink, Line.SOLID, 1.2);
  }

  /** The same in another form. */
  public Pen as(Line other) {
    return new Pen(ink, other, width);
  }
}
