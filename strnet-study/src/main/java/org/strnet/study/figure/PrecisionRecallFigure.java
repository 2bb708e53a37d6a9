package org.strnet.study.figure;

import java.util.ArrayList;
import java.util.List;
import org.strnet.evaluation.discrimination.BinaryScores;
import org.strnet.evaluation.discrimination.PrecisionRecallCurve;
import org.strnet.evaluation.estimate.Metrics;
import org.strnet.study.markup.Digits;
import org.strnet.study.markup.Element;
import org.strnet.study.markup.MetricText;
import org.strnet.study.plot.Drawing;
import org.strnet.study.plot.FigureText;
import org.strnet.study.plot.Ink;
import org.strnet.study.plot.Legend;
import org.strnet.study.plot.Line;
import org.strnet.study.plot.Pen;
import org.strnet.study.plot.Plot;
import org.strnet.study.plot.Point;
import org.strnet.study.plot.Scale;

/** Precision against recall, to be read against the base rate. */
public final class PrecisionRecallFigure {

  private PrecisionRecallFigure() {}

  /**
   * The curve of a head.
   *
   * @param films scores and labels
   * @param metrics may hold {@code HEAD.auprc}
   * @param head e.g. {@code screening}
   */
  public static Element of(FigureText text, BinaryScores films, Metrics metrics, String head) {
    if (films.positives() == 0 || films.negatives() == 0) {
      return Canvas.empty(text, Missing.label(films));
    }
    Drawing drawing = Canvas.drawing(text);
    Plot plot =
        new Plot(drawing, Plot.Frame.filling(drawing), Scale.shares(), Scale.shares())
            .axes("Recall (sensitivity)", "Precision (positive predictive value)");
    PrecisionRecallCurve curve = PrecisionRecallCurve.of(films);
    plot.horizontal(curve.baseRate(), Pen.REFERENCE);
    Pen pen = Pen.curve(Ink.BLUE, Line.SOLID);
    plot.curve(steps(curve), pen);
    Legend legend =
        new Legend()
            .line(pen, "STR-Net")
            .line(
                Pen.REFERENCE, "no skill: base rate %s".formatted(Digits.figure(curve.baseRate())));
    String name = head + ".auprc";
    if (metrics.names().contains(name)) {
      List<Element> figure = new ArrayList<>(List.of(Element.of("tspan", "AUPRC ")));
      figure.addAll(MetricText.inFigure(name, metrics.get(name)).valueAndInterval());
      legend.note(figure, "AUPRC " + MetricText.plain(metrics.get(name)));
    }
    if (curve.baseRate() < 0.35) {
      legend.upperRight(drawing, plot.at(0.985, 0.98));
    } else {
      legend.lowerRight(drawing, plot.at(0.985, 0.02));
    }
    return drawing.svg();
  }

  /** Average precision sums steps, so steps are drawn: no line between two thresholds. */
  private static List<Point> steps(PrecisionRecallCurve curve) {
    List<Point> steps = new ArrayList<>();
    double recall = 0;
    for (PrecisionRecallCurve.Point point : curve.points()) {
      steps.add(new Point(recall, point.precision()));
      steps.add(new Point(point.recall(), point.precision()));
      recall = point.recall();
    }
    return steps;
  }
}
