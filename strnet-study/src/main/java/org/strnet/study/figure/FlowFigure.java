package org.strnet.study.figure;

import java.util.ArrayList;
import java.util.List;
import org.strnet.study.markup.Element;
import org.strnet.study.plot.Drawing;
import org.strnet.study.plot.FigureText;
import org.strnet.study.plot.Ink;
import org.strnet.study.plot.Label;
import org.strnet.study.plot.Mark;
import org.strnet.study.plot.Pen;
import org.strnet.study.plot.Point;
import org.strnet.study.plot.TextWidth;

/** What became of the films, from receipt to each head's analysis (STARD 2015, item 19). */
public final class FlowFigure {

  private static final double WIDTH = 720;
  private static final double LINE = 15;
  private static final double PADDING = 9;
  private static final double GAP = 26;
  private static final double MAIN_LEFT = 60;
  private static final double MAIN_WIDTH = 260;
  private static final double SIDE_LEFT = 400;
  private static final double SIDE_WIDTH = 310;
  private static final double MARGIN = 10;

  private FlowFigure() {}

  /**
   * A box.
   *
   * @param title first line, e.g. {@code Films received (n = 265)}
   * @param lines below it
   */
  public record Box(String title, List<String> lines) {
    /** Copies the lines. */
    public Box {
      lines = List.copyOf(lines);
    }
  }

  /**
   * A step down.
   *
   * @param box what is left
   * @param leaving what leaves after it, if anything can
   */
  public record Step(Box box, List<Box> leaving) {
    /** Copies the list. */
    public Step {
      leaving = List.copyOf(leaving);
    }
  }

  /**
   * The diagram.
   *
   * @param steps from top to bottom
   * @param heads side by side below the last step; none or more
   */
  public static Element of(FigureText text, List<Step> steps, List<Box> heads) {
    double height = MARGIN;
    for (Step step : steps) {
      height += height(step.box(), MAIN_WIDTH) + GAP;
      height += step.leaving().stream().mapToDouble(box -> height(box, SIDE_WIDTH) + GAP).sum();
    }
    double headWidth = headWidth(heads);
    double headHeight = heads.stream().mapToDouble(box -> height(box, headWidth)).max().orElse(0);
    Drawing drawing = new Drawing(text, WIDTH, height + headHeight + MARGIN);
    double y = MARGIN;
    for (int i = 0; i < steps.size(); i++) {
      boolean last = i == steps.size() - 1 && heads.isEmpty();
      y = step(drawing, steps.get(i), y, last);
    }
    heads(drawing, heads, new Point(headWidth, headHeight), y);
    return drawing.svg();
  }

  private static double step(Drawing drawing, Step step, double top, boolean last) {
    double bottom = top + height(step.box(), MAIN_WIDTH);
    box(drawing, step.box(), new Point(MAIN_LEFT, top), new Point(MAIN_WIDTH, bottom - top));
    double middle = MAIN_LEFT + MAIN_WIDTH / 2;
    double y = bottom + GAP / 2;
    for (Box leaving : step.leaving()) {
      double high = height(leaving, SIDE_WIDTH);
      box(drawing, leaving, new Point(SIDE_LEFT, y), new Point(SIDE_WIDTH, high));
      drawing.line(
          new Point(middle, y + high / 2), new Point(SIDE_LEFT - 8, y + high / 2), Pen.FRAME);
      drawing.mark(Mark.SQUARE, new Point(SIDE_LEFT - 4, y + high / 2), 3, Ink.FRAME, 1);
      y += high + GAP;
    }
    double next = step.leaving().isEmpty() ? bottom + GAP : y - GAP / 2;
    if (!last) {
      arrow(drawing, new Point(middle, bottom), next);
    }
    return next;
  }

  private static void heads(Drawing drawing, List<Box> heads, Point size, double top) {
    double x = MARGIN;
    double trunk = MAIN_LEFT + MAIN_WIDTH / 2;
    for (Box head : heads) {
      box(drawing, head, new Point(x, top), size);
      double middle = x + size.x() / 2;
      if (heads.size() > 1) {
        drawing.line(new Point(trunk, top - GAP / 2), new Point(middle, top - GAP / 2), Pen.FRAME);
        arrow(drawing, new Point(middle, top - GAP / 2), top);
      }
      x += size.x() + MARGIN;
    }
  }

  private static double headWidth(List<Box> heads) {
    int count = Math.max(1, heads.size());
    return (WIDTH - MARGIN * (count + 1)) / count;
  }

  private static void arrow(Drawing drawing, Point from, double to) {
    drawing.line(from, new Point(from.x(), to - 2), Pen.FRAME);
    drawing.area(
        List.of(
            new Point(from.x(), to),
            new Point(from.x() - 4, to - 8),
            new Point(from.x() + 4, to - 8)),
        Ink.FRAME,
        1);
  }

  private static void box(Drawing drawing, Box box, Point corner, Point size) {
    drawing.box(corner, size.x(), size.y(), Ink.BOX, Pen.FRAME);
    double y = corner.y() + PADDING + 10;
    for (String line : TextWidth.wrapped(box.title(), size.x() - 2 * PADDING, Label.SIZE)) {
      drawing.text(
          Label.of(line, new Point(corner.x() + PADDING, y), Label.Anchor.START)
              .as(Label.Look.BOLD));
      y += LINE;
    }
    for (String line : lines(box, size.x())) {
      drawing.text(
          Label.of(line, new Point(corner.x() + PADDING, y), Label.Anchor.START)
              .in(Label.SMALL, Ink.TEXT));
      y += LINE;
    }
  }

  private static List<String> lines(Box box, double width) {
    List<String> lines = new ArrayList<>();
    box.lines()
        .forEach(line -> lines.addAll(TextWidth.wrapped(line, width - 2 * PADDING, Label.SMALL)));
    return lines;
  }

  private static double height(Box box, double width) {
    int titles = TextWidth.wrapped(box.title(), width - 2 * PADDING, Label.SIZE).size();
    return LINE * (titles + lines(box, width).size()) + 2 * PADDING - 3;
  }
}
