package org.strnet.study.figure;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import org.strnet.decision.BoneStatus;
import org.strnet.evaluation.agreement.NumberPairs;
import org.strnet.study.markup.Element;
import org.strnet.study.plot.Drawing;
import org.strnet.study.plot.FigureText;
import org.strnet.study.plot.Ink;
import org.strnet.study.plot.Legend;
import org.strnet.study.plot.Line;
import org.strnet.study.plot.Mark;
import org.strnet.study.plot.Pen;
import org.strnet.study.plot.Plot;
import org.strnet.study.plot.Point;
import org.strnet.study.plot.Scale;

/** Estimate against reference, with the line of identity and, for T-scores, the WHO's limits. */
public final class ScatterFigure {

  private static final List<Double> WHO = List.of(-1.0, -2.5);
  private static final double RADIUS = 2.8;

  private ScatterFigure() {}

  /**
   * The scatter.
   *
   * @param pairs estimates and references
   * @param quantity what they are and in which unit, e.g. {@code T-score (SD)}
   * @param areTScores whether the WHO's classes apply
   */
  public static Element of(
      FigureText text, NumberPairs pairs, String quantity, boolean areTScores) {
    if (pairs.size() == 0) {
      return Canvas.empty(text, Missing.films(0, 1));
    }
    Scale scale = scale(pairs);
    Drawing drawing = Canvas.drawing(text);
    Plot plot =
        new Plot(drawing, Plot.Frame.filling(drawing), scale, scale)
            .axes("Reference " + quantity, "Estimated " + quantity);
    plot.line(
        new Point(scale.low(), scale.low()), new Point(scale.high(), scale.high()), Pen.REFERENCE);
    Legend legend = new Legend().line(Pen.REFERENCE, "identity");
    if (areTScores) {
      limits(plot, scale, legend);
    }
    double[] estimates = pairs.estimates();
    double[] references = pairs.references();
    Shown shown = new Shown(pairs.size());
    shown.rows().forEach(i -> film(plot, new Point(references[i], estimates[i]), areTScores));
    shown.noted(legend).upperLeft(drawing, plot.corner());
    return drawing.svg();
  }

  private static void film(Plot plot, Point point, boolean isTScore) {
    if (isTScore) {
      BoneStatus status = BoneStatus.ofTScore(point.x());
      plot.mark(mark(status), point, RADIUS, ink(status), 0.65);
    } else {
      plot.mark(Mark.CIRCLE, point, RADIUS, Ink.BLUE, 0.65);
    }
  }

  private static Scale scale(NumberPairs pairs) {
    double[] all =
        DoubleStream.concat(Arrays.stream(pairs.estimates()), Arrays.stream(pairs.references()))
            .toArray();
    return Scale.around(
        Arrays.stream(all).min().orElseThrow(), Arrays.stream(all).max().orElseThrow(), 6);
  }

  private static void limits(Plot plot, Scale scale, Legend legend) {
    Pen pen = Pen.thin(Ink.MUTED).as(Line.DOTTED);
    for (double limit : WHO) {
      if (limit > scale.low() && limit < scale.high()) {
        plot.horizontal(limit, pen);
        plot.vertical(limit, pen);
      }
    }
    legend.line(pen, "WHO limits \u22121.0 and \u22122.5");
    for (BoneStatus status : BoneStatus.values()) {
      legend.mark(mark(status), ink(status), "reference: " + word(status));
    }
  }

  private static String word(BoneStatus status) {
    return status.name().toLowerCase(Locale.ROOT);
  }

  private static Mark mark(BoneStatus status) {
    return switch (status) {
      case NORMAL -> Mark.CIRCLE;
      case OSTEOPENIA -> Mark.SQUARE;
      case OSTEOPOROSIS -> Mark.TRIANGLE;
    };
  }

  private static Ink ink(BoneStatus status) {
    return switch (status) {
      case NORMAL -> Ink.BLUE;
      case OSTEOPENIA -> Ink.GREEN;
      case OSTEOPOROSIS -> Ink.VERMILION;
    };
  }
}
