package org.strnet.dicom.result.page;

import java.util.List;
import java.util.Locale;
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
    Box bar = new Box(x, y + 2.6 * size, width, BAND * size);
    band(bar, HIGHEST, -1.0, "normal", 0.16);
    band(bar, -1.0, -2.5, "osteopenia", 0.3);
    band(bar, -2.5, LOWEST, "osteoporosis", 0.44);
    TICKS.forEach(tick -> tick(bar, tick));
    mark(estimate, bar, bar.y() - 1.1 * size);
  }

  private void tick(Box bar, double tick) {
    double at = at(tick, bar);
    boolean limit = tick == -1.0 || tick == -2.5;
    int colour = limit ? palette.ink() : palette.faint();
    double top = limit ? bar.y() - 0.35 * size : bar.bottom();
    canvas.line(at, top, at, bar.bottom() + 0.3 * size, (limit ? 0.11 : 0.07) * size, colour);
    if (tick != -2.0 && tick != -3.0) {
      Style style = new Style(Face.REGULAR, 0.82 * size, colour);
      centred(number(tick), at, bar.bottom() + 1.25 * size, bar, style);
    }
  }

  private void band(Box bar, double from, double to, String name, double shade) {
    double left = at(from, bar);
    double right = at(to, bar);
    int colour = mix(palette.panel(), palette.faint(), shade);
    canvas.fill(new Box(left, bar.y(), right - left, bar.height()), colour);
    Style style = new Style(Face.REGULAR, 0.78 * size, palette.ink());
    double baseline = bar.y() + bar.height() / 2 + 0.27 * size;
    centred(name, (left + right) / 2, baseline, bar, style);
  }

  /** Text around a place, but not beyond the scale. */
  private void centred(String text, double at, double baseline, Box bar, Style style) {
    double width = style.width(text);
    double left = Math.max(bar.x(), Math.min(bar.right() - width, at - width / 2));
    canvas.text(text, left, baseline, style);
  }

  /** The estimate as a dot, its interval as a bar; an arrow where either leaves the scale. */
  private void mark(Estimate estimate, Box bar, double y) {
    if (estimate.hasInterval()) {
      double left = at(estimate.high(), bar);
      double right = at(estimate.low(), bar);
      canvas.line(left, y, right, y, 0.2 * size, palette.accent());
      end(estimate.high() > HIGHEST, left, y, -1);
      end(estimate.low() < LOWEST, right, y, 1);
    }
    double at = at(estimate.value(), bar);
    canvas.dot(at, y, 0.42 * size, palette.accent());
    canvas.dot(at, y, 0.2 * size, palette.paper());
    Style style = new Style(Face.BOLD, size, palette.ink());
    centred(number(estimate.value()), at, y - 0.72 * size, bar, style);
  }

  private void end(boolean beyond, double x, double y, int direction) {
    double reach = 0.34 * size;
    double tip = beyond ? x + direction * reach : x;
    double back = beyond ? x : tip;
    canvas.line(back, y - reach, tip, y, 0.14 * size, palette.accent());
    canvas.line(back, y + reach, tip, y, 0.14 * size, palette.accent());
  }

  private static double at(double tScore, Box bar) {
    double inside = Math.max(LOWEST, Math.min(HIGHEST, tScore));
    return bar.x() + bar.width() * (HIGHEST - inside) / (HIGHEST - LOWEST);
  }

  /** With a true minus sign, and a plus. */
  static String number(double tScore) {
    String digits = String.format(Locale.ROOT, "%.1f", Math.abs(tScore));
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
