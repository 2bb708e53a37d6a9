package org.strnet.cli;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** Figures against the number of local films, one small chart each. */
final class LocalFilmCurves {

  private static final int WIDE = 230;
  private static final int HIGH = 170;
  private static final int LEFT = 34;
  private static final int TOP = 28;
  private static final int LEGEND = 14;
  private static final int PLOT_WIDE = 180;
  private static final int PLOT_HIGH = 100;
  private static final double LEAST = 20;
  private static final double MOST = 340;

  private static final List<String> COLOURS = List.of("#1b4f72", "#b03a2e", "#1e8449");
  private static final List<String> DASHES =
      List.of("", " stroke-dasharray=\"4 3\"", " stroke-dasharray=\"8 3\"");

  private final LocalFigures unchanged;
  private final List<LocalFilms.LocalRow> rows;

  LocalFilmCurves(LocalFigures unchanged, List<LocalFilms.LocalRow> rows) {
    this.unchanged = unchanged;
    this.rows = rows.stream().filter(row -> !row.found().isEmpty()).toList();
  }

  /** What was done with local films, in the order of the rows. */
  private List<String> hows() {
    return rows.stream().map(LocalFilms.LocalRow::how).distinct().toList();
  }

  private String legend() {
    StringBuilder svg = new StringBuilder();
    for (int i = 0; i < hows().size(); i++) {
      svg.append(
          "<path d=\"M%d 8h24\" stroke=\"%s\" stroke-width=\"1.5\"%s/>\n<text x=\"%d\" y=\"11\">%s</text>\n"
              .formatted(
                  LEFT + 160 * i,
                  COLOURS.get(i),
                  DASHES.get(i),
                  LEFT + 28 + 160 * i,
                  hows().get(i)));
    }
    return svg.append(
            "<path d=\"M%d 8h24\" stroke=\"#777\" stroke-dasharray=\"1 3\"/>\n<text x=\"%d\" y=\"11\">unchanged</text>\n"
                .formatted(LEFT + 160 * hows().size(), LEFT + 28 + 160 * hows().size()))
        .toString();
  }

  /** The charts as one SVG. */
  String svg() {
    return ("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\""
                + " font-family=\"sans-serif\" font-size=\"10\" role=\"img\">\n<title>Figures"
                + " against the number of local films: unchanged (dotted), recalibrated, and"
                + " fine-tuned</title>\n"
                + "<rect width=\"100%%\" height=\"100%%\" fill=\"white\"/>\n")
            .formatted(3 * WIDE, 2 * HIGH + LEGEND)
        + legend()
        + chart(0, 0, "AUROC", 0.8, 1, LocalFigures::auroc)
        + chart(1, 0, "sensitivity", 0, 1, LocalFigures::sensitivity)
        + chart(2, 0, "specificity", 0, 1, LocalFigures::specificity)
        + chart(0, 1, "T-score: half width of the interval, SD", 0, 3, LocalFigures::halfWidth)
        + chart(1, 1, "T-score: mean absolute error, SD", 0, 1.5, LocalFigures::tError)
        + chart(2, 1, "T-score: coverage of the interval", 0, 1, LocalFigures::tCoverage)
        + "</svg>\n";
  }

  private String chart(
      int column,
      int line,
      String title,
      double least,
      double most,
      ToDoubleFunction<LocalFigures> figure) {
    Scale y = new Scale(least, most);
    StringBuilder svg = new StringBuilder();
    svg.append(
        "<g transform=\"translate(%d %d)\">\n<text x=\"0\" y=\"-10\">%s</text>\n"
            .formatted(column * WIDE + LEFT, line * HIGH + TOP + LEGEND, title));
    svg.append(
        "<path d=\"M0 0V%dH%d\" fill=\"none\" stroke=\"#888\"/>\n".formatted(PLOT_HIGH, PLOT_WIDE));
    svg.append(
        "<text x=\"-6\" y=\"4\" text-anchor=\"end\">%s</text>\n<text x=\"-6\" y=\"%d\" text-anchor=\"end\">%s</text>\n"
            .formatted(most, PLOT_HIGH, least));
    for (int size : List.of(25, 50, 100, 200, 300)) {
      svg.append(
          "<text x=\"%s\" y=\"%d\" text-anchor=\"middle\">%d</text>\n"
              .formatted(number(x(size)), PLOT_HIGH + 14, size));
    }
    svg.append(
        "<path d=\"M0 %sH%d\" stroke=\"#777\" stroke-dasharray=\"1 3\"/>\n"
            .formatted(number(y.of(figure.applyAsDouble(unchanged))), PLOT_WIDE));
    hows().forEach(how -> svg.append(curve(how, y, figure)));
    return svg.append("</g>\n").toString();
  }

  private String curve(String how, Scale y, ToDoubleFunction<LocalFigures> figure) {
    int at = hows().indexOf(how);
    String colour = COLOURS.get(at);
    StringBuilder points = new StringBuilder();
    StringBuilder svg = new StringBuilder();
    for (LocalFilms.LocalRow row : rows) {
      if (row.how().equals(how)) {
        LocalSpread spread = row.spread(figure);
        double x = x(row.size()) + 2.5 * (at - 1);
        points.append("%s,%s ".formatted(number(x), number(y.of(spread.mean()))));
        svg.append(
            "<path d=\"M%s %sV%s\" stroke=\"%s\" stroke-opacity=\"0.5\"/>\n"
                .formatted(
                    number(x), number(y.of(spread.low())), number(y.of(spread.high())), colour));
      }
    }
    return svg
        + "<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"1.5\"%s/>\n"
            .formatted(points.toString().strip(), colour, DASHES.get(at));
  }

  /** The sizes stand at equal ratios. */
  private static double x(int size) {
    return PLOT_WIDE * Math.log(size / LEAST) / Math.log(MOST / LEAST);
  }

  private record Scale(double least, double most) {
    double of(double value) {
      double share = (Math.min(most, Math.max(least, value)) - least) / (most - least);
      return PLOT_HIGH * (1 - share);
    }
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
