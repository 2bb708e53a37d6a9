package org.strnet.study.figure;

import java.util.Arrays;
import java.util.List;
import org.strnet.evaluation.discrimination.BinaryScores;
import org.strnet.study.markup.Digits;
import org.strnet.study.markup.Element;
import org.strnet.study.plot.Drawing;
import org.strnet.study.plot.FigureText;
import org.strnet.study.plot.Ink;
import org.strnet.study.plot.Label;
import org.strnet.study.plot.Line;
import org.strnet.study.plot.Pen;
import org.strnet.study.plot.Plot;
import org.strnet.study.plot.Point;
import org.strnet.study.plot.Scale;

/** Films by probability, those with the finding above those without, and the operating point. */
public final class ScoreFigure {

  private static final int BINS = 20;
  private static final double GAP = 22;

  private ScoreFigure() {}

  /**
   * The histogram.
   *
   * @param films probabilities and labels
   * @param thresholds operating points; one for each fold of a cross-validation
   */
  public static Element of(FigureText text, BinaryScores films, List<Double> thresholds) {
    if (films.size() == 0) {
      return Canvas.empty(text, Missing.films(0, 1));
    }
    Drawing drawing = Canvas.drawing(text);
    Plot.Frame whole = Plot.Frame.filling(drawing);
    double height = (whole.height() - GAP) / 2;
    Plot.Frame upper = new Plot.Frame(whole.left(), whole.top(), whole.width(), height);
    Plot.Frame lower = new Plot.Frame(whole.left(), upper.bottom() + GAP, whole.width(), height);
    panel(drawing, upper, films, true, thresholds);
    Plot below = panel(drawing, lower, films, false, thresholds);
    below.xTicks(false);
    below.xLabel("Probability of the finding");
    new Plot(drawing, whole, Scale.shares(), Scale.shares()).yLabel("Films");
    return drawing.svg();
  }

  private static Plot panel(
      Drawing drawing,
      Plot.Frame frame,
      BinaryScores films,
      boolean label,
      List<Double> thresholds) {
    int[] counts = counts(films, label);
    int most = Arrays.stream(counts).max().orElse(0);
    Plot plot = new Plot(drawing, frame, Scale.shares(), Scale.around(0, Math.max(most, 2), 4));
    plot.yTicks();
    Ink ink = label ? Ink.VERMILION : Ink.BLUE;
    for (int bin = 0; bin < BINS; bin++) {
      if (counts[bin] > 0) {
        double from = (bin + 0.08) / BINS;
        plot.bar(new Point(from, 0), new Point((bin + 0.92) / BINS, counts[bin]), ink, 0.8);
      }
    }
    Pen pen = Pen.curve(Ink.TEXT, Line.DASHED);
    thresholds.forEach(threshold -> plot.vertical(threshold, pen));
    plot.edges();
    heading(drawing, frame, films, label);
    return plot;
  }

  private static void heading(
      Drawing drawing, Plot.Frame frame, BinaryScores films, boolean label) {
    String title =
        "%s the finding (n = %s)"
            .formatted(
                label ? "With" : "Without",
                Digits.count(label ? films.positives() : films.negatives()));
    Point above = new Point(frame.left() + 8, frame.top() + 13);
    drawing.text(Label.of(title, above, Label.Anchor.START).as(Label.Look.BOLD));
  }

  private static int[] counts(BinaryScores films, boolean label) {
    double[] scores = films.scores();
    boolean[] positive = films.positive();
    int[] counts = new int[BINS];
    for (int film = 0; film < scores.length; film++) {
      if (positive[film] == label) {
        counts[Math.min(BINS - 1, (int) (scores[film] * BINS))]++;
      }
    }
    return counts;
  }
}
