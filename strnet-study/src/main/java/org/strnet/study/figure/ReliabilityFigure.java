package org.strnet.study.figure;

import java.util.Arrays;
import org.strnet.evaluation.calibration.PredictedProbabilities;
import org.strnet.evaluation.calibration.ReliabilityBin;
import org.strnet.evaluation.calibration.ReliabilityCurve;
import org.strnet.evaluation.estimate.Estimate;
import org.strnet.evaluation.estimate.Interval;
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

/**
 * Observed share against predicted probability: bins with their intervals, the isotonic line that
 * needs no bins, and below how many films have which probability.
 */
public final class ReliabilityFigure {

  private static final int BINS = 20;
  private static final double BELOW = 52;
  private static final double GAP = 12;

  private ReliabilityFigure() {}

  /**
   * The curve.
   *
   * @param films probabilities and labels
   * @param curve of the same films
   */
  public static Element of(FigureText text, PredictedProbabilities films, ReliabilityCurve curve) {
    if (films.size() == 0) {
      return Canvas.empty(text, Missing.films(0, 1));
    }
    Drawing drawing = Canvas.drawing(text);
    Plot.Frame whole = Plot.Frame.filling(drawing);
    Plot.Frame upper =
        new Plot.Frame(whole.left(), whole.top(), whole.width(), whole.height() - BELOW - GAP);
    Plot.Frame lower = new Plot.Frame(whole.left(), whole.bottom() - BELOW, whole.width(), BELOW);
    curve(drawing, upper, curve);
    histogram(new Plot(drawing, lower, Scale.shares(), histogramScale(films)), films);
    return drawing.svg();
  }

  private static void curve(Drawing drawing, Plot.Frame frame, ReliabilityCurve curve) {
    Plot plot = new Plot(drawing, frame, Scale.shares(), Scale.shares());
    plot.yTicks();
    plot.edges();
    plot.yLabel("Observed share");
    plot.line(new Point(0, 0), new Point(1, 1), Pen.REFERENCE);
    Pen isotonic = Pen.curve(Ink.GREEN, Line.DASH_DOT);
    plot.curve(
        curve.isotonic().stream().map(p -> new Point(p.probability(), p.observed())).toList(),
        isotonic);
    curve.bins().forEach(bin -> bin(plot, bin));
    new Legend()
        .mark(Mark.CIRCLE, Ink.BLUE, "bins of equally many films, 95 %")
        .line(isotonic, "isotonic regression")
        .line(Pen.REFERENCE, "perfect calibration")
        .upperLeft(drawing, plot.corner());
  }

  private static void bin(Plot plot, ReliabilityBin bin) {
    Estimate observed = bin.observed();
    double x = bin.meanProbability();
    if (observed.interval().isPresent()) {
      Interval interval = observed.interval().get();
      plot.line(new Point(x, interval.low()), new Point(x, interval.high()), Pen.thin(Ink.BLUE));
    }
    observed
        .value()
        .ifPresent(share -> plot.mark(Mark.CIRCLE, new Point(x, share), 4, Ink.BLUE, 1));
  }

  private static Scale histogramScale(PredictedProbabilities films) {
    int most = Arrays.stream(counts(films)).max().orElse(0);
    return Scale.around(0, Math.max(most, 2), 2);
  }

  private static void histogram(Plot plot, PredictedProbabilities films) {
    plot.yTicks();
    int[] counts = counts(films);
    for (int bin = 0; bin < BINS; bin++) {
      if (counts[bin] > 0) {
        double from = (bin + 0.08) / BINS;
        plot.bar(new Point(from, 0), new Point((bin + 0.92) / BINS, counts[bin]), Ink.MUTED, 0.7);
      }
    }
    plot.edges();
    plot.xTicks(false);
    plot.xLabel("Predicted probability");
    plot.yLabel("Films");
  }

  private static int[] counts(PredictedProbabilities films) {
    int[] counts = new int[BINS];
    for (double value : films.values()) {
      counts[Math.min(BINS - 1, (int) (value * BINS))]++;
    }
    return counts;
  }
}
