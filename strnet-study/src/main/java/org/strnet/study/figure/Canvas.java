package org.strnet.study.figure;

import org.strnet.study.markup.Element;
import org.strnet.study.plot.Drawing;
import org.strnet.study.plot.FigureText;
import org.strnet.study.plot.Ink;
import org.strnet.study.plot.Label;
import org.strnet.study.plot.Pen;
import org.strnet.study.plot.Plot;
import org.strnet.study.plot.Point;
import org.strnet.study.plot.TextWidth;

/** Paper of the size that two figures stand side by side on a page. */
final class Canvas {

  static final double WIDTH = 440;
  static final double HEIGHT = 350;

  private Canvas() {}

  /** Empty paper. */
  static Drawing drawing(FigureText text) {
    return new Drawing(text, WIDTH, HEIGHT);
  }

  /** A figure that cannot be drawn, and why, e.g. {@code not estimable (n = 4): needs ...}. */
  static Element empty(FigureText text, String why) {
    Drawing drawing = drawing(text);
    Plot.Frame frame = Plot.Frame.filling(drawing);
    drawing.box(
        new Point(frame.left(), frame.top()), frame.width(), frame.height(), Ink.BOX, Pen.GRID);
    double y = HEIGHT / 2;
    for (String line : TextWidth.wrapped(why, frame.width() - 40, Label.SIZE)) {
      Point middle = new Point(frame.left() + frame.width() / 2, y);
      drawing.text(Label.of(line, middle, Label.Anchor.MIDDLE).in(Label.SIZE, Ink.MUTED));
      y += 18;
    }
    return drawing.svg();
  }
}
