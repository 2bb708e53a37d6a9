package org.strnet.server.quality.chart;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Shares of two sets of films over the same bins, beside each other.
 *
 * @param title what it shows
 * @param bins their names
 * @param reference share in each bin, 0 to 1
 * @param current likewise
 */
public record ShareChart(String title, List<String> bins, double[] reference, double[] current) {

  private static final int WIDTH = 560;
  private static final int HEIGHT = 220;
  private static final int LEFT = 48;

  /** Copies and checks. */
  public ShareChart {
    bins = List.copyOf(bins);
    if (reference.length != bins.size() || current.length != bins.size()) {
      throw new IllegalArgumentException("one share of each set for every bin");
    }
    reference = reference.clone();
    current = current.clone();
  }

  /** A copy of the shares. */
  @Override
  public double[] reference() {
    return reference.clone();
  }

  /** A copy of the shares. */
  @Override
  public double[] current() {
    return current.clone();
  }

  /** Draws it. */
  public String svg() {
    Svg svg = new Svg(WIDTH, HEIGHT, title);
    double highest =
        Math.max(Arrays.stream(reference).max().orElse(0), Arrays.stream(current).max().orElse(0));
    Frame frame = new Frame(WIDTH, HEIGHT, LEFT, 0, Math.max(0.05, highest * 1.1), bins.size());
    frame.scale(svg, "%.0f %%", 100);
    frame.labels(svg, bins, 0.5);
    for (int bin = 0; bin < bins.size(); bin++) {
      bar(svg, frame, "bar before", bin + 0.12, reference[bin], "reference, " + bins.get(bin));
      bar(svg, frame, "bar after", bin + 0.52, current[bin], "newest, " + bins.get(bin));
    }
    svg.line("axis", LEFT, frame.bottom(), frame.right(), frame.bottom());
    return svg.xml();
  }

  private static void bar(
      Svg svg, Frame frame, String style, double from, double share, String name) {
    double x = frame.x(from);
    svg.rectangle(
        style,
        x,
        frame.y(share),
        frame.x(from + 0.36) - x,
        frame.bottom() - frame.y(share),
        String.format(Locale.ROOT, "%s: %.1f %%", name, 100 * share));
  }
}
