package org.strnet.server.quality.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The axes of a picture, from numbers to places.
 *
 * @param width of the picture
 * @param height of the picture
 * @param left edge that the vertical axis' labels need
 * @param low number at the bottom
 * @param high number at the top
 * @param last number at the right edge; the left edge is 0
 */
record Frame(int width, int height, int left, double low, double high, double last) {

  private static final int TOP = 14;
  private static final int RIGHT = 14;
  private static final int BOTTOM = 30;

  double x(double number) {
    return left + (width - left - RIGHT) * number / Math.max(1e-12, last);
  }

  double y(double number) {
    return TOP + (height - TOP - BOTTOM) * (high - number) / Math.max(1e-12, high - low);
  }

  double bottom() {
    return (double) height - BOTTOM;
  }

  double right() {
    return (double) width - RIGHT;
  }

  /** Draws lines and labels at round numbers. */
  void scale(Svg svg, String format, double factor) {
    for (double tick : ticks(low, high)) {
      svg.line("grid", left, y(tick), right(), y(tick));
      svg.text(
          "label",
          left - 6.0,
          y(tick) + 4,
          Svg.Anchor.END,
          String.format(Locale.ROOT, format, factor * tick).replace('-', '\u2212'));
    }
  }

  /** Writes below the axis at most so many of the labels, evenly. */
  void labels(Svg svg, List<String> labels, double offset) {
    int most = Math.max(2, (width - left) / 62);
    int step = Math.max(1, (int) Math.ceil((double) labels.size() / most));
    for (int i = 0; i < labels.size(); i += step) {
      svg.text("label", x(i + offset), bottom() + 18, Svg.Anchor.MIDDLE, labels.get(i));
    }
  }

  /** Three to six round numbers in a range. */
  static List<Double> ticks(double low, double high) {
    double raw = (high - low) / 4;
    double power = Math.pow(10, Math.floor(Math.log10(raw)));
    double share = raw / power;
    double step = power * (share < 1.5 ? 1 : share < 3.5 ? 2 : share < 7.5 ? 5 : 10);
    List<Double> ticks = new ArrayList<>();
    for (double tick = Math.ceil(low / step - 1e-9) * step;
        tick <= high + step * 1e-9;
        tick += step) {
      ticks.add(Math.abs(tick) < step * 1e-9 ? 0.0 : tick);
    }
    return ticks;
  }
}
