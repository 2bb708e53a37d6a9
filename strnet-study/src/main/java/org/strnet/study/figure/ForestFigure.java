package org.strnet.study.figure;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.strnet.evaluation.estimate.Estimate;
import org.strnet.evaluation.estimate.Interval;
import org.strnet.study.markup.Element;
import org.strnet.study.markup.MetricText;
import org.strnet.study.plot.Drawing;
import org.strnet.study.plot.FigureText;
import org.strnet.study.plot.Ink;
import org.strnet.study.plot.Label;
import org.strnet.study.plot.Line;
import org.strnet.study.plot.Mark;
import org.strnet.study.plot.Pen;
import org.strnet.study.plot.Plot;
import org.strnet.study.plot.Point;
import org.strnet.study.plot.Scale;
import org.strnet.study.plot.TextWidth;

/** One figure in many groups of films, below each other, with its interval in each. */
public final class ForestFigure {

  private static final double WIDTH = 720;
  private static final double ROW = 20;
  private static final double TOP = 34;
  private static final double FRAME_LEFT = 318;
  private static final double FRAME_WIDTH = 230;
  private static final double COUNTS_RIGHT = 304;

  private ForestFigure() {}

  /**
   * One line.
   *
   * @param name of the group; a heading has no estimate
   * @param counts e.g. {@code 43 / 6}
   * @param estimate of the group; absent in a heading
   * @param metric dotted name, when the estimate is one of the metrics
   */
  public record Row(
      String name, String counts, Optional<Estimate> estimate, Optional<String> metric) {

    /** A heading. */
    public static Row heading(String name) {
      return new Row(name, "", Optional.empty(), Optional.empty());
    }

    /** A group of films. */
    public static Row group(String name, String counts, Estimate estimate) {
      return new Row(name, counts, Optional.of(estimate), Optional.empty());
    }

    /** A figure that is one of the metrics. */
    public static Row metric(String name, String counts, String metric, Estimate estimate) {
      return new Row(name, counts, Optional.of(estimate), Optional.of(metric));
    }
  }

  /**
   * The figure.
   *
   * @param rows from top to bottom
   * @param columns what stands above counts and estimates
   * @param reference a line to compare with, e.g. the figure over all films
   */
  public static Element of(
      FigureText text, List<Row> rows, Columns columns, OptionalDouble reference) {
    if (rows.isEmpty()) {
      return Canvas.empty(text, "no groups were asked for and none were found");
    }
    double height = ROW * rows.size() + 8;
    Drawing drawing = new Drawing(text, WIDTH, TOP + height + 44);
    Scale scale = scale(rows);
    Plot plot =
        new Plot(
            drawing, new Plot.Frame(FRAME_LEFT, TOP, FRAME_WIDTH, height), scale, Scale.shares());
    plot.xTicks(true);
    plot.xLabel(columns.estimate());
    reference.ifPresent(value -> plot.vertical(scale.within(value), Pen.REFERENCE));
    head(drawing, columns);
    for (int i = 0; i < rows.size(); i++) {
      row(drawing, plot, scale, rows.get(i), TOP + 4 + (i + 0.5) * ROW);
    }
    return drawing.svg();
  }

  /**
   * What stands above the columns.
   *
   * @param counts e.g. {@code with / without finding}
   * @param estimate e.g. {@code AUROC (95 % interval)}
   */
  public record Columns(String counts, String estimate) {}

  private static void head(Drawing drawing, Columns columns) {
    double y = TOP - 14;
    double right = FRAME_LEFT + FRAME_WIDTH + 14;
    drawing.text(bold("Group", new Point(8, y), Label.Anchor.START));
    drawing.text(bold(columns.counts(), new Point(COUNTS_RIGHT, y), Label.Anchor.END));
    drawing.text(bold(columns.estimate(), new Point(right, y), Label.Anchor.START));
  }

  private static Label bold(String text, Point at, Label.Anchor anchor) {
    return Label.of(text, at, anchor).in(Label.SMALL, Ink.TEXT).as(Label.Look.BOLD);
  }

  private static void row(Drawing drawing, Plot plot, Scale scale, Row row, double y) {
    double base = y + 4;
    if (row.estimate().isEmpty()) {
      String heading = TextWidth.cut(row.name(), FRAME_LEFT - 20, Label.SMALL);
      drawing.text(bold(heading, new Point(8, base), Label.Anchor.START));
      return;
    }
    Estimate estimate = row.estimate().get();
    String name = TextWidth.cut(row.name(), 200, Label.SMALL);
    small(drawing, List.of(span(name)), new Point(20, base), Label.Anchor.START);
    small(drawing, List.of(span(row.counts())), new Point(COUNTS_RIGHT, base), Label.Anchor.END);
    List<Element> figure =
        row.metric().isPresent()
            ? MetricText.inFigure(row.metric().get(), estimate).valueAndInterval()
            : List.of(span(MetricText.plain(estimate)));
    small(drawing, figure, new Point(FRAME_LEFT + FRAME_WIDTH + 14, base), Label.Anchor.START);
    bar(drawing, plot, scale, estimate, y);
  }

  private static void bar(Drawing drawing, Plot plot, Scale scale, Estimate estimate, double y) {
    if (estimate.value().isEmpty()) {
      return;
    }
    if (estimate.interval().isPresent()) {
      Interval interval = estimate.interval().get();
      double low = plot.at(scale.within(interval.low()), 0).x();
      double high = plot.at(scale.within(interval.high()), 0).x();
      drawing.line(new Point(low, y), new Point(high, y), Pen.curve(Ink.BLUE, Line.SOLID));
    }
    double x = plot.at(scale.within(estimate.value().getAsDouble()), 0).x();
    drawing.mark(Mark.SQUARE, new Point(x, y), 4, Ink.BLUE, 1);
  }

  private static void small(Drawing drawing, List<Element> text, Point at, Label.Anchor anchor) {
    drawing.text(new Label(text, at, anchor, Label.SMALL, Ink.TEXT, Label.Look.PLAIN));
  }

  private static Element span(String text) {
    return Element.of("tspan", text);
  }

  /** Holds every interval, but not more than figures of this kind can take. */
  private static Scale scale(List<Row> rows) {
    double[] limits =
        rows.stream()
            .flatMap(row -> row.estimate().stream())
            .filter(Estimate::isEstimable)
            .flatMap(ForestFigure::limits)
            .mapToDouble(Double::doubleValue)
            .sorted()
            .toArray();
    return limits.length == 0
        ? Scale.shares()
        : Scale.around(limits[0], limits[limits.length - 1], 5);
  }

  private static Stream<Double> limits(Estimate estimate) {
    double value = estimate.value().getAsDouble();
    return estimate
        .interval()
        .map(range -> Stream.of(value, range.low(), range.high()))
        .orElse(Stream.of(value));
  }
}
