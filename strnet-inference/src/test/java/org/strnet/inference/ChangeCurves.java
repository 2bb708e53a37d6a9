package org.strnet.inference;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** One small chart for each change: share refused, and mean move of the probability, by level. */
final class ChangeCurves {

  private static final int COLUMNS = 3;
  private static final int WIDE = 230;
  private static final int HIGH = 170;
  private static final int LEFT = 40;
  private static final int TOP = 28;
  private static final int PLOT_WIDE = 170;
  private static final int PLOT_HIGH = 100;

  private final List<ChangedFilms.Row> rows;

  ChangeCurves(List<ChangedFilms.Row> rows) {
    this.rows = rows;
  }

  /** The charts as one SVG. */
  String svg() {
    List<FilmChange> changes =
        rows.stream()
            .collect(Collectors.groupingBy(ChangedFilms.Row::change, Collectors.counting()))
            .entrySet()
            .stream()
            .filter(entry -> entry.getValue() > 1)
            .map(Map.Entry::getKey)
            .sorted()
            .toList();
    int lines = (changes.size() + COLUMNS - 1) / COLUMNS;
    StringBuilder svg = new StringBuilder();
    svg.append(
        ("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\""
                + " font-size=\"10\" role=\"img\">\n<title>Share refused (solid) and mean move of"
                + " the probability (dashed), by change</title>\n"
                + "<rect width=\"100%%\" height=\"100%%\" fill=\"white\"/>\n")
            .formatted(COLUMNS * WIDE, lines * HIGH));
    for (int i = 0; i < changes.size(); i++) {
      svg.append(chart(changes.get(i), i % COLUMNS * WIDE, Math.floorDiv(i, COLUMNS) * HIGH));
    }
    return svg.append("</svg>\n").toString();
  }

  private String chart(FilmChange change, int x, int y) {
    List<ChangedFilms.Row> own = rows.stream().filter(row -> row.change() == change).toList();
    StringBuilder svg = new StringBuilder();
    svg.append("<g transform=\"translate(%d %d)\">\n".formatted(x + LEFT, y + TOP));
    svg.append("<text x=\"0\" y=\"-10\">%s</text>\n".formatted(change.axis()));
    svg.append(
        "<path d=\"M0 0V%dH%d\" fill=\"none\" stroke=\"#888\"/>\n".formatted(PLOT_HIGH, PLOT_WIDE));
    svg.append("<text x=\"-6\" y=\"4\" text-anchor=\"end\">1</text>\n");
    svg.append("<text x=\"-6\" y=\"%d\" text-anchor=\"end\">0</text>\n".formatted(PLOT_HIGH));
    for (int i = 0; i < own.size(); i++) {
      svg.append(
          "<text x=\"%s\" y=\"%d\" text-anchor=\"middle\">%s</text>\n"
              .formatted(number(place(own, i)), PLOT_HIGH + 14, level(own.get(i).level())));
    }
    svg.append(line(own, true)).append(line(own, false));
    return svg.append("</g>\n").toString();
  }

  private static String line(List<ChangedFilms.Row> rows, boolean refused) {
    StringBuilder points = new StringBuilder();
    for (int i = 0; i < rows.size(); i++) {
      boolean known = refused || !rows.get(i).moved().isEmpty();
      double value = refused ? rows.get(i).refusedShare() : rows.get(i).meanMove();
      if (known) {
        points.append("%s,%s ".formatted(number(place(rows, i)), number(PLOT_HIGH * (1 - value))));
      }
    }
    return "<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"1.5\"%s/>\n"
        .formatted(
            points.toString().strip(),
            refused ? "#1b4f72" : "#b03a2e",
            refused ? "" : " stroke-dasharray=\"4 3\"");
  }

  /** Levels stand at equal distances. */
  private static double place(List<ChangedFilms.Row> rows, int i) {
    return PLOT_WIDE * (i + 0.5) / rows.size();
  }

  private static String level(double level) {
    return level == Math.rint(level) ? String.valueOf((long) level) : String.valueOf(level);
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
