package org.strnet.server.quality.chart;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Builds an SVG picture out of elements with classes; every text is escaped. */
final class Svg {

  private final StringBuilder xml = new StringBuilder();

  /**
   * Begins a picture.
   *
   * @param width of its own coordinates; the page scales it
   * @param height likewise
   * @param title what it shows, read out instead of it
   */
  Svg(int width, int height, String title) {
    xml.append(
        "<svg class=\"chart\" xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">"
            .formatted(width, height, escaped(title)));
  }

  /** Where a text stands beside its point. */
  enum Anchor {
    START,
    MIDDLE,
    END
  }

  Svg line(String style, double x1, double y1, double x2, double y2) {
    return add(
        "<line class=\"%s\" x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\"/>",
        style, x1, y1, x2, y2);
  }

  Svg circle(String style, double x, double y, double radius, String tip) {
    return add(
        "<circle class=\"%s\" cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\">%s</circle>",
        style, x, y, radius, title(tip));
  }

  Svg rectangle(String style, double x, double y, double width, double height, String tip) {
    return add(
        "<rect class=\"%s\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\">%s</rect>",
        style, x, y, Math.max(0, width), Math.max(0, height), title(tip));
  }

  Svg path(String style, List<Spot> spots) {
    if (spots.isEmpty()) {
      return this;
    }
    String points =
        spots.stream()
            .map(spot -> String.format(Locale.ROOT, "%.1f,%.1f", spot.x(), spot.y()))
            .collect(Collectors.joining(" "));
    return add("<polyline class=\"%s\" points=\"%s\"/>", style, points);
  }

  Svg text(String style, double x, double y, Anchor anchor, String text) {
    return add(
        "<text class=\"%s\" x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>",
        style, x, y, anchor.name().toLowerCase(Locale.ROOT), escaped(text));
  }

  private static String title(String tip) {
    return tip.isEmpty() ? "" : "<title>" + escaped(tip) + "</title>";
  }

  private Svg add(String format, Object... parts) {
    xml.append(String.format(Locale.ROOT, format, parts));
    return this;
  }

  /** The whole picture. */
  String xml() {
    return xml + "</svg>";
  }

  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
