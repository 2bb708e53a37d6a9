package org.strnet.study.figure;

import java.util.ArrayList;
import java.util.List;
import org.strnet.evaluation.discrimination.BinaryScores;
import org.strnet.evaluation.discrimination.RocCurve;
import org.strnet.evaluation.estimate.Estimate;
import org.strnet.evaluation.estimate.Interval;
import org.strnet.evaluation.estimate.Metrics;
import org.strnet.study.markup.Element;
import org.strnet.study.markup.MetricText;
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

/** Sensitivity against 1 - specificity, and where the decisions were made. */
public final class RocFigure {

  private RocFigure() {}

  /**
   * The curve of a head.
   *
   * @param films scores and labels
   * @param metrics holds {@code HEAD.auroc}, and where there were decisions {@code
   *     HEAD.sensitivity} and {@code HEAD.specificity}
   * @param head e.g. {@code screening}
   */
  public static Element of(FigureText text, BinaryScores films, Metrics metrics, String head) {
    if (films.positives() == 0 || films.negatives() == 0) {
      return Canvas.empty(text, Missing.label(films));
    }
    Drawing drawing = Canvas.drawing(text);
    Plot plot =
        new Plot(drawing, Plot.Frame.filling(drawing), Scale.shares(), Scale.shares())
            .axes("1 \u2212 specificity", "Sensitivity");
    plot.line(new Point(0, 0), new Point(1, 1), Pen.REFERENCE);
    Pen pen = Pen.curve(Ink.BLUE, Line.SOLID);
    plot.curve(
        RocCurve.of(films).points().stream()
            .map(p -> new Point(p.falsePositiveRate(), p.truePositiveRate()))
            .toList(),
        pen);
    Legend legend = new Legend().line(pen, "STR-Net");
    boolean decided = operatingPoint(plot, metrics, head);
    if (decided) {
      legend.mark(Mark.DIAMOND, Ink.VERMILION, "decisions, 95 % intervals");
    }
    area(legend.line(Pen.REFERENCE, "no skill"), metrics, head);
    legend.lowerRight(drawing, plot.at(0.985, 0.02));
    return drawing.svg();
  }

  private static void area(Legend legend, Metrics metrics, String head) {
    String name = head + ".auroc";
    if (metrics.names().contains(name)) {
      List<Element> figure = new ArrayList<>(List.of(Element.of("tspan", "AUROC ")));
      figure.addAll(MetricText.inFigure(name, metrics.get(name)).valueAndInterval());
      legend.note(figure, "AUROC " + MetricText.plain(metrics.get(name)));
    }
  }

  private static boolean operatingPoint(Plot plot, Metrics metrics, String head) {
    String sensitivityName = head + ".sensitivity";
    String specificityName = head + ".specificity";
    if (!metrics.names().containsAll(List.of(sensitivityName, specificityName))) {
      return false;
    }
    Estimate sensitivity = metrics.get(sensitivityName);
    Estimate specificity = metrics.get(specificityName);
    if (!sensitivity.isEstimable() || !specificity.isEstimable()) {
      return false;
    }
    double x = 1 - specificity.value().getAsDouble();
    double y = sensitivity.value().getAsDouble();
    Pen pen = Pen.thin(Ink.VERMILION);
    if (specificity.interval().isPresent() && sensitivity.interval().isPresent()) {
      Interval across = specificity.interval().get();
      Interval up = sensitivity.interval().get();
      plot.line(new Point(1 - across.high(), y), new Point(1 - across.low(), y), pen);
      plot.line(new Point(x, up.low()), new Point(x, up.high()), pen);
    }
    plot.mark(Mark.DIAMOND, new Point(x, y), 4.5, Ink.VERMILION, 1);
    return true;
  }
}
