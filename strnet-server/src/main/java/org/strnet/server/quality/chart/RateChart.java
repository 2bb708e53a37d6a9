package org.strnet.server.quality.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.strnet.decision.Proportion;

/**
 * A rate over time, each period with its 95 % interval.
 *
 * @param title what it shows
 * @param points in the order of time
 * @param reference a rate to compare with, drawn as a line
 * @param highest top of the axis, above 0 up to 1; charts beside each other share it
 */
public record RateChart(
    String title, List<Point> points, OptionalDouble reference, double highest) {

  private static final int WIDTH = 560;
  private static final int HEIGHT = 220;
  private static final int LEFT = 48;

  /**
   * A period.
   *
   * @param label its name
   * @param rate of it; empty where there was nothing to count
   */
  public record Point(String label, Optional<Proportion> rate) {}

  /** Copies the list. */
  public RateChart {
    points = List.copyOf(points);
  }

  /** The least round top that holds the rates and most of their intervals. */
  public static double highest(List<Point> points) {
    double highest =
        points.stream()
            .flatMap(point -> point.rate().stream())
            .mapToDouble(rate -> Math.min(rate.high(), rate.value() + 0.25))
            .max()
            .orElse(0.1);
    return Math.min(1, Math.max(0.1, Math.ceil(highest * 10) / 10));
  }

  /** Draws it. */
  public String svg() {
    Svg svg = new Svg(WIDTH, HEIGHT, title);
    Frame frame = new Frame(WIDTH, HEIGHT, LEFT, 0, highest, Math.max(1, points.size()));
    frame.scale(svg, "%.0f %%", 100);
    frame.labels(svg, points.stream().map(Point::label).toList(), 0.5);
    if (reference.isPresent()) {
      double y = frame.y(reference.getAsDouble());
      svg.line("reference", LEFT, y, frame.right(), y);
    }
    List<Spot> spots = new ArrayList<>();
    for (int i = 0; i < points.size(); i++) {
      Optional<Proportion> rate = points.get(i).rate();
      if (rate.isEmpty()) {
        svg.path("series", spots);
        spots.clear();
      } else {
        spots.add(new Spot(frame.x(i + 0.5), frame.y(Math.min(highest, rate.get().value()))));
      }
    }
    svg.path("series", spots);
    for (int i = 0; i < points.size(); i++) {
      mark(svg, frame, i);
    }
    return svg.xml();
  }

  private void mark(Svg svg, Frame frame, int i) {
    Point point = points.get(i);
    if (point.rate().isEmpty()) {
      return;
    }
    Proportion rate = point.rate().get();
    double x = frame.x(i + 0.5);
    double y = frame.y(Math.min(highest, rate.value()));
    svg.line("interval", x, frame.y(rate.low()), x, frame.y(Math.min(highest, rate.high())));
    svg.circle(
        "point",
        x,
        y,
        3.5,
        String.format(
            Locale.ROOT,
            "%s: %d of %d, %.1f %% (%.1f to %.1f)",
            point.label(),
            rate.successes(),
            rate.trials(),
            100 * rate.value(),
            100 * rate.low(),
            100 * rate.high()));
  }
}
