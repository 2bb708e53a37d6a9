package org.strnet.study.plot;

import java.util.ArrayList;
import java.util.List;

/**
 * A frame with two scales in a drawing; what is drawn through it is given in the scales' numbers.
 */
public final class Plot {

  private static final double TICK = 4;
  private static final double BAND_OPACITY = 0.18;

  /** Points of a curve nearer than this, in units of the drawing, look like one. */
  private static final double LEAST_STEP = 0.1;

  private final Drawing drawing;
  private final Frame frame;
  private final Scale x;
  private final Scale y;

  /**
   * Where a plot stands in its drawing.
   *
   * @param left edge of the frame
   * @param top edge
   * @param width of the frame
   * @param height of the frame
   */
  public record Frame(double left, double top, double width, double height) {

    /** The frame of a plot that fills a drawing but for its axes' labels. */
    public static Frame filling(Drawing drawing) {
      return new Frame(58, 14, drawing.width() - 58 - 16, drawing.height() - 14 - 46);
    }

    /** Its lower edge. */
    public double bottom() {
      return top + height;
    }

    /** Its right edge. */
    public double right() {
      return left + width;
    }
  }

  /** A plot without axes. */
  public Plot(Drawing drawing, Frame frame, Scale x, Scale y) {
    this.drawing = drawing;
    this.frame = frame;
    this.x = x;
    this.y = y;
  }

  /** The frame it stands in. */
  public Frame frame() {
    return frame;
  }

  /** Draws ticks with their numbers, lines to read values by, the frame and the labels. */
  public Plot axes(String xLabel, String yLabel) {
    xTicks(true);
    yTicks();
    edges();
    xLabel(xLabel);
    yLabel(yLabel);
    return this;
  }

  /** Draws the ticks of the axis to the left, with their numbers and lines. */
  public void yTicks() {
    for (double tick : y.ticks()) {
      double height = at(x.low(), tick).y();
      line(frame.left(), height, frame.right(), height, Pen.GRID);
      line(frame.left() - TICK, height, frame.left(), height, Pen.FRAME);
      small(y.label(tick), new Point(frame.left() - TICK - 3, height + 4), Label.Anchor.END);
    }
  }

  /** Draws the two axes. */
  public void edges() {
    line(frame.left(), frame.top(), frame.left(), frame.bottom(), Pen.FRAME);
    line(frame.left(), frame.bottom(), frame.right(), frame.bottom(), Pen.FRAME);
  }

  /** Draws the ticks of the axis below, with their numbers. */
  public void xTicks(boolean grid) {
    for (double tick : x.ticks()) {
      double across = at(tick, y.low()).x();
      if (grid) {
        line(across, frame.top(), across, frame.bottom(), Pen.GRID);
      }
      line(across, frame.bottom(), across, frame.bottom() + TICK, Pen.FRAME);
      small(x.label(tick), new Point(across, frame.bottom() + 17), Label.Anchor.MIDDLE);
    }
  }

  /** Writes what the axis below is about. */
  public void xLabel(String label) {
    Point below = new Point(frame.left() + frame.width() / 2, frame.bottom() + 36);
    drawing.text(Label.of(label, below, Label.Anchor.MIDDLE));
  }

  /** Writes what the axis to the left is about. */
  public void yLabel(String label) {
    Point beside = new Point(frame.left() - 44, frame.top() + frame.height() / 2);
    drawing.text(Label.of(label, beside, Label.Anchor.MIDDLE).as(Label.Look.UPWARDS));
  }

  /** Where numbers stand in the drawing. */
  public Point at(double xValue, double yValue) {
    return new Point(
        frame.left() + frame.width() * x.share(xValue),
        frame.bottom() - frame.height() * y.share(yValue));
  }

  /** The upper left corner of the frame, a little inside: where a legend stands. */
  public Point corner() {
    return new Point(frame.left() + 7, frame.top() + 6);
  }

  /** The upper right corner of the frame, a little inside. */
  public Point upperRightCorner() {
    return new Point(frame.right() - 7, frame.top() + 6);
  }

  /** A curve; what leaves the frame above or below is cut at its edge. */
  public void curve(List<Point> values, Pen pen) {
    for (List<Point> part : Clipping.within(values, y.low(), y.high())) {
      drawing.path(visible(part.stream().map(this::at).toList()), pen);
    }
  }

  /** Without the points too near their forerunner to be seen: a curve of a million has few left. */
  private static List<Point> visible(List<Point> path) {
    List<Point> kept = new ArrayList<>();
    for (int i = 0; i < path.size(); i++) {
      Point point = path.get(i);
      boolean last = i == path.size() - 1;
      if (kept.isEmpty() || last || distance(kept.get(kept.size() - 1), point) >= LEAST_STEP) {
        kept.add(point);
      }
    }
    return kept;
  }

  private static double distance(Point a, Point b) {
    return Math.max(Math.abs(a.x() - b.x()), Math.abs(a.y() - b.y()));
  }

  /** A band between two curves over the same numbers, kept within the frame. */
  public void band(List<Point> lower, List<Point> upper, Ink ink) {
    List<Point> outline = new ArrayList<>();
    upper.forEach(point -> outline.add(within(point)));
    for (int i = lower.size() - 1; i >= 0; i--) {
      outline.add(within(lower.get(i)));
    }
    drawing.area(outline, ink, BAND_OPACITY);
  }

  /** A bar from the ground or between two heights. */
  public void bar(Point from, Point to, Ink ink, double opacity) {
    drawing.area(
        List.of(
            at(from.x(), from.y()), at(from.x(), to.y()), at(to.x(), to.y()), at(to.x(), from.y())),
        ink,
        opacity);
  }

  /** A line across the frame at a height. */
  public void horizontal(double value, Pen pen) {
    drawing.line(at(x.low(), value), at(x.high(), value), pen);
  }

  /** A line up the frame. */
  public void vertical(double value, Pen pen) {
    drawing.line(at(value, y.low()), at(value, y.high()), pen);
  }

  /** A straight line between numbers, cut at the frame above and below. */
  public void line(Point from, Point to, Pen pen) {
    curve(List.of(from, to), pen);
  }

  /** A mark. */
  public void mark(Mark mark, Point value, double radius, Ink ink, double opacity) {
    drawing.mark(mark, at(value), radius, ink, opacity);
  }

  /** A mark of which only the outline is drawn. */
  public void ring(Mark mark, Point value, double radius, Pen pen) {
    drawing.ring(mark, at(value), radius, pen);
  }

  private Point at(Point value) {
    return at(value.x(), value.y());
  }

  private Point within(Point value) {
    return at(value.x(), y.within(value.y()));
  }

  private void line(double fromX, double fromY, double toX, double toY, Pen pen) {
    drawing.line(new Point(fromX, fromY), new Point(toX, toY), pen);
  }

  private void small(String text, Point at, Label.Anchor anchor) {
    drawing.text(Label.of(text, at, anchor).in(Label.SMALL, Ink.MUTED));
  }
}
