package org.strnet.dicom.result.page;

import java.util.List;
import org.strnet.dicom.result.page.Canvas.Style;
import org.strnet.report.Estimate;

/**
 * An estimated T-score and its interval on the WHO's scale (Technical Report Series 843): +1 on the
 * left to -4 on the right, limits at -1.0 and -2.5.
 *
 * @param canvas to draw on
 * @param palette its colours
 * @param size of its letters
 */
record WhoScale(Canvas canvas, Palette palette, double size) {

  private static final double HIGHEST = 1;
  private static final double LOWEST = -4;
  private static final List<Double> TICKS = List.of(1.0, 0.0, -1.0, -2.0, -2.5, -3.0, -4.0);
  private static final double BAND = 1.1;

  /** Height that it takes. */
  double height() {
    return 6.1 * size;
  }

  /** Draws it below a height. */
  void draw(Estimate estimate, double x, double y, double width) {
    Style label = new Style(Face.REGULAR, 0.82 * size, palette.faint());
    double band = y + 2.6 * size;
    band(x, band, width, HIGHEST, -1.0, "normal", 0);
    band(x, band, width, -1.0, -2.5, "osteopenia", 1);
    band(x, band, width, -2.5, LOWEST, "osteoporosis", 2);
    double bottom = band + BAND * size;
    for (double tick : TICKS) {
      double at = at(tick, x, width);
      boolean limit = tick == -1.0 || tick == -2.5;
      canvas.line(
          at,
          limit ? band - 0.35 * size : bottom,
          at,
          bottom + 0.3 * size,
          limit ? 0.11 * size : 0.07 * size,
          limit ? palette.ink() : palette.faint());
      String number = number(tick);
      Style style = limit ? label.coloured(palette.ink()) : label;
      if (tick != -2.0 && tick != -3.0) {
        double text =
            Math.max(x, Math.min(x + width - style.width(number), at - style.width(number) / 2));
        canvas.text(number, text, bottom + 1.25 * size, style);
      }
    }
    mark(estimate, x, band - 1.1 * size, width);
  }

  private void band(
      double x, double y, double width, double from, double to, String name, int shade) {
    double left = at(from, x, width);
    double right = at(to, x, width);
    int colour = mix(palette.panel(), palette.faint(), 0.16 + 0.14 * shade);
    canvas.fill(new Box(left, y, right - left, BAND * size), colour);
    Style style = new Style(Face.REGULAR, 0.78 * size, palette.ink());
    canvas.text(
        name, (left + right - style.width(name)) / 2, y + 0.5 * BAND * size + 0.27 * size, style);
  }

  /** The estimate as a dot, its interval as a bar; an arrow where either leaves the scale. */
  private void mark(Estimate estimate, double x, double y, double width) {
    if (estimate.hasInterval()) {
      double left = at(estimate.high(), x, width);
      double right = at(estimate.low(), x, width);
      canvas.line(left, y, right, y, 0.2 * size, palette.accent());
      end(estimate.high() > HIGHEST, left, y, -1);
      end(estimate.low() < LOWEST, right, y, 1);
    }
    double at = at(estimate.value(), x, width);
    canvas.dot(at, y, 0.42 * size, palette.accent());
    canvas.dot(at, y, 0.2 * size, palette.paper());
    String value = number(estimate.value());
    Style style = new Style(Face.BOLD, size, palette.ink());
    double text =
        Math.max(x, Math.min(x + width - style.width(value), at - style.width(value) / 2));
    canvas.text(value, text, y - 0.72 * size, style);
  }

  private void end(boolean beyond, double x, double y, int direction) {
    double reach = 0.34 * size;
    double tip = beyond ? x + direction * reach : x;
    double back = beyond ? x : tip;
    canvas.line(back, y - reach, tip, y, 0.14 * size, palette.accent());
    canvas.line(back, y + reach, tip, y, 0.14 * size, palette.accent());
  }

  private static double at(double tScore, double x, double width) {
    double inside = Math.max(LOWEST, Math.min(HIGHEST, tScore));
    return x + width * (HIGHEST - inside) / (HIGHEST - LOWEST);
  }

  /** With a true minus sign, and a plus. */
  static String number(double tScore) {
    String digits = String.format(java.util.Locale.ROOT, "%.1f", Math.abs(tScore));
    if (digits.equals("0.0")) {
      return digits;
    }
    return (tScore < 0 ? "\u2212" : "+") + digits;
  }

  private static int mix(int from, int to, double share) {
    int mixed = 0;
    for (int shift = 0; shift <= 16; shift += 8) {
      double part = (1 - share) * ((from >> shift) & 0xff) + share * ((to >> shift) & 0xff);
      mixed |= ((int) Math.round(part)) << shift;
    }
    return mixed;
  }
}
