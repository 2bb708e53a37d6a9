package org.strnet.study.figure;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.strnet.evaluation.estimate.Estimate;
import org.strnet.evaluation.netbenefit.DecisionCurve;
import org.strnet.study.markup.Element;
import org.strnet.study.plot.Drawing;
import org.strnet.study.plot.FigureText;
import org.strnet.study.plot.Ink;
import org.strnet.study.plot.Legend;
import org.strnet.study.plot.Line;
import org.strnet.study.plot.Pen;
import org.strnet.study.plot.Plot;
import org.strnet.study.plot.Point;
import org.strnet.study.plot.Scale;

/** Net benefit of referring by the probability, of referring everybody and of referring nobody. */
public final class DecisionFigure {

  /** Of referring everybody at a high threshold the net benefit falls without end. */
  private static final double DEPTH = 0.3;

  private DecisionFigure() {}

  /**
   * The curve.
   *
   * @param curve of a head
   * @param films it rests on
   */
  public static Element of(FigureText text, DecisionCurve curve, int films) {
    List<DecisionCurve.Point> points =
        curve.points().stream()
            .filter(point -> point.model().isEstimable() && point.all().isEstimable())
            .toList();
    if (points.size() < 2) {
      return Canvas.empty(text, Missing.films(films, 1));
    }
    Drawing drawing = Canvas.drawing(text);
    double from = points.get(0).threshold();
    double to = points.get(points.size() - 1).threshold();
    Plot plot =
        new Plot(drawing, Plot.Frame.filling(drawing), Scale.between(from, to, 6), heights(points))
            .axes("Threshold probability", "Net benefit");
    Pen model = Pen.curve(Ink.BLUE, Line.SOLID);
    Pen all = Pen.curve(Ink.VERMILION, Line.DASHED);
    Pen none = Pen.curve(Ink.TEXT, Line.DOTTED);
    plot.band(band(points, Estimate::low), band(points, Estimate::high), Ink.BLUE);
    plot.horizontal(0, none);
    plot.curve(values(points, DecisionCurve.Point::all), all);
    plot.curve(values(points, DecisionCurve.Point::model), model);
    new Legend()
        .line(model, "refer by STR-Net, 95 % band")
        .line(all, "refer everybody")
        .line(none, "refer nobody")
        .upperRight(drawing, plot.upperRightCorner());
    return drawing.svg();
  }

  private static List<Point> values(
      List<DecisionCurve.Point> points, Function<DecisionCurve.Point, Estimate> which) {
    return points.stream()
        .map(p -> new Point(p.threshold(), which.apply(p).value().orElseThrow()))
        .toList();
  }

  /** One limit of the model; its value where there is no interval. */
  private static List<Point> band(
      List<DecisionCurve.Point> points, Function<Estimate, OptionalDouble> limit) {
    return points.stream()
        .map(
            p ->
                new Point(
                    p.threshold(), limit.apply(p.model()).orElse(p.model().value().orElseThrow())))
        .toList();
  }

  private static Scale heights(List<DecisionCurve.Point> points) {
    double high =
        points.stream()
            .mapToDouble(p -> p.model().high().orElse(p.model().value().orElseThrow()))
            .max()
            .orElse(0);
    double low =
        points.stream()
            .mapToDouble(p -> p.model().low().orElse(p.model().value().orElseThrow()))
            .min()
            .orElse(0);
    double top = Math.max(high, 0.05);
    return Scale.around(Math.max(-DEPTH * top, Math.min(-0.05 * top, low)), top, 6);
  }
}
