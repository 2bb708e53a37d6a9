package org.strnet.server.quality.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/**
 * Cumulative sums film by film: one above the axis, one below it, each with its decision limit.
 *
 * @param title what it shows
 * @param days of the films, as labels
 * @param above sums for a rise
 * @param below sums for a fall; empty where there is none
 */
public record SumChart(String title, List<String> days, Sums above, List<Sums> below) {

  private static final int WIDTH = 560;
  private static final int HEIGHT = 230;
  private static final int LEFT = 48;
  private static final int MOST_SPOTS = 700;
  private static final int LABELS = 6;

  /**
   * Sums of one direction.
   *
   * @param values after each film, 0 or more
   * @param limit at which they signal
   * @param signal film of the first signal
   */
  public record Sums(double[] values, double limit, OptionalInt signal) {

    /** Copies the values. */
    public Sums {
      values = values.clone();
    }

    /** A copy of the values. */
    @Override
    public double[] values() {
      return values.clone();
    }
  }

  /** Copies the lists. */
  public SumChart {
    days = List.copyOf(days);
    below = List.copyOf(below);
  }

  /** Draws it. */
  public String svg() {
    Svg svg = new Svg(WIDTH, HEIGHT, title);
    double low = below.isEmpty() ? 0 : -reach(below.get(0));
    Frame frame = new Frame(WIDTH, HEIGHT, LEFT, low, reach(above), Math.max(1, days.size() - 1));
    frame.scale(svg, "%.0f", 1);
    svg.line("axis", LEFT, frame.y(0), frame.right(), frame.y(0));
    labels(svg, frame);
    draw(svg, frame, above, 1, "series");
    below.forEach(sums -> draw(svg, frame, sums, -1, "series second"));
    return svg.xml();
  }

  private static double reach(Sums sums) {
    return 1.12 * Math.max(sums.limit(), Arrays.stream(sums.values).max().orElse(0));
  }

  private void labels(Svg svg, Frame frame) {
    int last = days.size() - 1;
    for (int i = 0; i <= LABELS && last > 0; i++) {
      int film = (int) Math.round((double) i * last / LABELS);
      Svg.Anchor anchor =
          i == 0 ? Svg.Anchor.START : i == LABELS ? Svg.Anchor.END : Svg.Anchor.MIDDLE;
      svg.text("label", frame.x(film), frame.bottom() + 18, anchor, days.get(film));
    }
  }

  private static void draw(Svg svg, Frame frame, Sums sums, int sign, String style) {
    double limit = frame.y(sign * sums.limit());
    svg.line("limit", LEFT, limit, frame.right(), limit);
    svg.text(
        "label limit-label",
        LEFT + 4.0,
        limit + (sign > 0 ? -4 : 12),
        Svg.Anchor.START,
        String.format(Locale.ROOT, "limit %.1f", sums.limit()));
    double[] values = sums.values;
    int step = Math.max(1, (int) Math.ceil((double) values.length / MOST_SPOTS));
    List<Spot> spots = new ArrayList<>();
    for (int i = 0; i < values.length; i += step) {
      // Of several films at one place the highest sum is drawn, so that no signal is hidden.
      double highest = Arrays.stream(values, i, Math.min(values.length, i + step)).max().orElse(0);
      spots.add(new Spot(frame.x(i), frame.y(sign * highest)));
    }
    svg.path(style, spots);
    if (sums.signal().isPresent()) {
      int film = sums.signal().getAsInt();
      svg.circle("signal", frame.x(film), frame.y(sign * values[film]), 5, "first signal");
    }
  }
}
