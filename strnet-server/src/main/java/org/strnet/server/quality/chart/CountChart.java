package org.strnet.server.quality.chart;

import java.util.List;
import java.util.Locale;

/**
 * Counts by name as horizontal bars.
 *
 * @param title what it shows
 * @param counts the largest first
 */
public record CountChart(String title, List<Count> counts) {

  private static final int WIDTH = 560;
  private static final int ROW = 26;
  private static final int LEFT = 190;
  private static final int END = 60;

  /**
   * A named count.
   *
   * @param name of it
   * @param count 0 or more
   */
  public record Count(String name, int count) {}

  /** Copies the list. */
  public CountChart {
    counts = List.copyOf(counts);
  }

  /** Draws it. */
  public String svg() {
    Svg svg = new Svg(WIDTH, Math.max(1, counts.size()) * ROW + 8, title);
    int most = counts.stream().mapToInt(Count::count).max().orElse(1);
    for (int i = 0; i < counts.size(); i++) {
      Count count = counts.get(i);
      double y = 4.0 + i * ROW;
      double length = (double) (WIDTH - LEFT - END) * count.count() / Math.max(1, most);
      svg.text("label", LEFT - 10.0, y + 16, Svg.Anchor.END, count.name());
      svg.rectangle("bar after", LEFT, y + 3, length, ROW - 8.0, "");
      svg.text(
          "label",
          LEFT + length + 8,
          y + 16,
          Svg.Anchor.START,
          String.format(Locale.ROOT, "%,d", count.count()));
    }
    return svg.xml();
  }
}
