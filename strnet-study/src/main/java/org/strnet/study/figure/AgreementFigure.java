package org.strnet.study.figure;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import org.strnet.evaluation.agreement.BlandAltman;
import org.strnet.evaluation.agreement.NumberPairs;
import org.strnet.evaluation.estimate.Estimate;
import org.strnet.study.markup.Digits;
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

/** Differences against means, with bias and limits of agreement (Bland and Altman 1999). */
public final class AgreementFigure {

  private static final double RADIUS = 2.8;

  private AgreementFigure() {}

  /**
   * The plot.
   *
   * @param pairs estimates and references
   * @param unit e.g. {@code SD}
   */
  public static Element of(FigureText text, NumberPairs pairs, String unit) {
    BlandAltman agreement = BlandAltman.of(pairs);
    if (!agreement.bias().isEstimable()) {
      return Canvas.empty(text, agreement.bias().method());
    }
    double[] means = combined(pairs, 0.5, 0.5);
    double[] differences = combined(pairs, 1, -1);
    Drawing drawing = Canvas.drawing(text);
    Scale x = around(Arrays.stream(means));
    Plot plot =
        new Plot(drawing, Plot.Frame.filling(drawing), x, heights(differences, agreement))
            .axes(
                "Mean of estimate and reference (%s)".formatted(unit),
                "Estimate \u2212 reference (%s)".formatted(unit));
    Pen bias = Pen.curve(Ink.BLUE, Line.SOLID);
    Pen limit = Pen.curve(Ink.VERMILION, Line.DASHED);
    level(plot, x, agreement.bias(), bias);
    level(plot, x, agreement.lower(), limit);
    level(plot, x, agreement.upper(), limit);
    plot.horizontal(0, Pen.thin(Ink.MUTED).as(Line.DOTTED));
    Shown shown = new Shown(means.length);
    shown
        .rows()
        .mapToObj(i -> new Point(means[i], differences[i]))
        .forEach(point -> plot.mark(Mark.CIRCLE, point, RADIUS, Ink.TEXT, 0.5));
    Legend legend =
        new Legend()
            .line(bias, "bias " + value(agreement.bias()))
            .line(
                limit,
                "95 %% limits %s to %s"
                    .formatted(value(agreement.lower()), value(agreement.upper())));
    shown.noted(legend).upperLeft(drawing, plot.corner());
    return drawing.svg();
  }

  private static void level(Plot plot, Scale x, Estimate level, Pen pen) {
    level
        .interval()
        .ifPresent(
            range ->
                plot.bar(
                    new Point(x.low(), range.low()),
                    new Point(x.high(), range.high()),
                    pen.ink(),
                    0.13));
    plot.horizontal(level.value().orElseThrow(), pen);
  }

  private static String value(Estimate estimate) {
    return Digits.figure(estimate.value().orElseThrow());
  }

  private static double[] combined(NumberPairs pairs, double ofEstimate, double ofReference) {
    double[] combined = pairs.estimates();
    double[] references = pairs.references();
    for (int i = 0; i < combined.length; i++) {
      combined[i] = ofEstimate * combined[i] + ofReference * references[i];
    }
    return combined;
  }

  /** Room above for the legend. */
  private static Scale heights(double[] differences, BlandAltman agreement) {
    double low = agreement.lower().low().orElse(agreement.lower().value().orElseThrow());
    double high = agreement.upper().high().orElse(agreement.upper().value().orElseThrow());
    double reach = high - low;
    return around(
        DoubleStream.concat(Arrays.stream(differences), DoubleStream.of(low, high + 0.25 * reach)));
  }

  private static Scale around(DoubleStream values) {
    double[] sorted = values.sorted().toArray();
    return Scale.around(sorted[0], sorted[sorted.length - 1], 6);
  }
}
