package org.strnet.study.figure;

import java.util.Arrays;
import java.util.List;
import org.strnet.study.markup.Digits;
import org.strnet.study.markup.Element;
import org.strnet.study.plot.Drawing;
import org.strnet.study.plot.FigureText;
import org.strnet.study.plot.Ink;
import org.strnet.study.plot.Label;
import org.strnet.study.plot.Pen;
import org.strnet.study.plot.Point;
import org.strnet.study.plot.TextWidth;

/** Counts of reference class by estimated class, darker where more of the reference class went. */
public final class ConfusionFigure {

  private static final double LEFT = 124;
  private static final double TOP = 54;
  private static final double RIGHT_MARGIN = 16;
  private static final double BOTTOM_MARGIN = 20;
  private static final double DARKEST = 0.6;

  private ConfusionFigure() {}

  /**
   * The matrix.
   *
   * @param classes names in order
   * @param counts films, {@code [reference][estimate]}
   */
  public static Element of(FigureText text, List<String> classes, int[][] counts) {
    int films = Arrays.stream(counts).flatMapToInt(Arrays::stream).sum();
    if (films == 0) {
      return Canvas.empty(text, Missing.films(0, 1));
    }
    Drawing drawing = Canvas.drawing(text);
    double width = (drawing.width() - LEFT - RIGHT_MARGIN) / classes.size();
    double height = (drawing.height() - TOP - BOTTOM_MARGIN) / classes.size();
    for (int row = 0; row < classes.size(); row++) {
      int ofClass = Arrays.stream(counts[row]).sum();
      double y = TOP + row * height;
      rowName(drawing, classes.get(row), ofClass, y + height / 2);
      for (int column = 0; column < classes.size(); column++) {
        Point corner = new Point(LEFT + column * width, y);
        cell(drawing, corner, new Point(width, height), counts[row][column], ofClass);
      }
    }
    columnNames(drawing, classes, width);
    return drawing.svg();
  }

  private static void cell(Drawing drawing, Point corner, Point size, int count, int ofClass) {
    drawing.box(corner, size.x(), size.y(), Ink.PAPER, Pen.FRAME);
    double share = ofClass == 0 ? 0 : (double) count / ofClass;
    drawing.area(
        List.of(
            corner,
            new Point(corner.x() + size.x(), corner.y()),
            new Point(corner.x() + size.x(), corner.y() + size.y()),
            new Point(corner.x(), corner.y() + size.y())),
        Ink.BLUE,
        DARKEST * share);
    double x = corner.x() + size.x() / 2;
    double y = corner.y() + size.y() / 2;
    drawing.text(
        Label.of(Digits.count(count), new Point(x, y), Label.Anchor.MIDDLE)
            .in(16, Ink.TEXT)
            .as(Label.Look.BOLD));
    String percent = ofClass == 0 ? "" : Digits.decimals(100 * share, 1) + " %";
    drawing.text(
        Label.of(percent, new Point(x, y + 17), Label.Anchor.MIDDLE).in(Label.SMALL, Ink.TEXT));
  }

  private static void rowName(Drawing drawing, String name, int films, double y) {
    String cut = TextWidth.cut(name, LEFT - 38, Label.SIZE);
    drawing.text(Label.of(cut, new Point(LEFT - 8, y), Label.Anchor.END));
    drawing.text(
        Label.of("n = " + Digits.count(films), new Point(LEFT - 8, y + 15), Label.Anchor.END)
            .in(Label.SMALL, Ink.MUTED));
  }

  private static void columnNames(Drawing drawing, List<String> classes, double width) {
    double wide = width * classes.size();
    drawing.text(
        Label.of("Estimated class", new Point(LEFT + wide / 2, 18), Label.Anchor.MIDDLE)
            .as(Label.Look.BOLD));
    Point beside = new Point(16, TOP + (drawing.height() - TOP - BOTTOM_MARGIN) / 2);
    drawing.text(Label.of("Reference class", beside, Label.Anchor.MIDDLE).as(Label.Look.UPWARDS));
    for (int i = 0; i < classes.size(); i++) {
      String cut = TextWidth.cut(classes.get(i), width - 6, Label.SIZE);
      Point above = new Point(LEFT + (i + 0.5) * width, TOP - 10);
      drawing.text(Label.of(cut, above, Label.Anchor.MIDDLE));
    }
  }
}
