package org.strnet.spark.summary;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.strnet.decision.Proportion;
import org.strnet.report.ModelFacts;
import org.strnet.report.Wording;

/** The figures as one page that needs nothing else. */
public final class SummaryPage {

  private static final String STYLE =
      "body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;"
          + "color:#1b1b1b;background:#fff}table{border-collapse:collapse;margin:1rem 0;width:100%}"
          + "th,td{text-align:left;padding:.3rem .6rem;border-bottom:1px solid #ccc}"
          + "td.n,th.n{text-align:right;font-variant-numeric:tabular-nums}"
          + ".use{border-left:.3rem solid #8a4b00;padding-left:.8rem}";

  private final ModelFacts facts;
  private final String version;
  private final ArchiveSummary summary;

  /**
   * @param facts of the bundle
   * @param version under which the rows stand
   * @param summary their figures
   */
  public SummaryPage(ModelFacts facts, String version, ArchiveSummary summary) {
    this.facts = facts;
    this.version = version;
    this.summary = summary;
  }

  /** The page. */
  public String html() {
    StringBuilder page = new StringBuilder();
    page.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
        .append("<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n")
        .append("<title>Archive, ")
        .append(escaped(version))
        .append("</title>\n<style>")
        .append(STYLE)
        .append("</style>\n</head>\n<body>\n<main>\n<h1>Archive, ")
        .append(escaped(version))
        .append("</h1>\n");
    paragraph(page, "use", Wording.RESEARCH_USE);
    Wording.facts(facts).forEach(sentence -> paragraph(page, "", sentence));
    outcomes(page);
    for (Grouping grouping : Grouping.values()) {
      positivity(page, grouping);
    }
    drift(page);
    return page.append("</main>\n</body>\n</html>\n").toString();
  }

  private void outcomes(StringBuilder page) {
    heading(page, "Films");
    paragraph(
        page,
        "",
        "%d files. Half of the films that were assessed took %d ms or less to fetch and %d ms or less to screen."
            .formatted(summary.films(), summary.readMedian(), summary.screenMedian()));
    table(
        page,
        List.of("Outcome", "Reason", "#Films", "#Share"),
        summary.outcomes().stream()
            .map(
                count ->
                    List.of(
                        count.outcome().replace('_', ' '),
                        count.reason().replace('_', ' '),
                        String.valueOf(count.films()),
                        percent((double) count.films() / summary.films())))
            .toList());
  }

  private void positivity(StringBuilder page, Grouping grouping) {
    heading(page, "To be referred, by " + grouping.title().toLowerCase(Locale.ROOT));
    table(
        page,
        List.of(
            grouping.title(), "#Films", "#Assessed", "#Refer", "Share of assessed (95 % interval)"),
        summary.positivity().get(grouping).stream()
            .map(
                group ->
                    List.of(
                        group.group(),
                        String.valueOf(group.films()),
                        String.valueOf(group.assessed()),
                        String.valueOf(group.refer()),
                        share(group)))
            .toList());
  }

  private static String share(GroupPositivity group) {
    if (group.assessed() == 0) {
      return "none assessed";
    }
    Proportion share = group.positivity();
    return "%s (%s to %s)"
        .formatted(percent(share.value()), percent(share.low()), percent(share.high()));
  }

  private void drift(StringBuilder page) {
    heading(page, "Drift of the scores");
    if (summary.drift().isEmpty()) {
      paragraph(
          page,
          "",
          "The bundle holds no scores to compare with; name a study's predictions.csv with --reference.");
      return;
    }
    paragraph(
        page,
        "",
        "Population stability index against the reference; by convention 0.1 is a moderate change and 0.25 a shift,"
            + " counted as such where it is also more than chance makes once in a hundred times.");
    table(
        page,
        List.of("Group", "#Scores", "#Index", "#Chance", "Says"),
        summary.drift().stream()
            .map(
                group ->
                    List.of(
                        group.group(),
                        String.valueOf(group.scores()),
                        decimals(group.stability().index()),
                        decimals(group.stability().chanceLimit()),
                        group.verdict()))
            .toList());
  }

  private static void heading(StringBuilder page, String text) {
    page.append("<h2>").append(escaped(text)).append("</h2>\n");
  }

  private static void paragraph(StringBuilder page, String style, String text) {
    page.append(style.isEmpty() ? "<p>" : "<p class=\"" + style + "\">")
        .append(escaped(text))
        .append("</p>\n");
  }

  /** A column whose name begins with # holds numbers. */
  private static void table(StringBuilder page, List<String> names, List<List<String>> rows) {
    page.append("<table>\n<thead><tr>");
    for (String name : names) {
      page.append(isNumber(name) ? "<th class=\"n\" scope=\"col\">" : "<th scope=\"col\">")
          .append(escaped(isNumber(name) ? name.substring(1) : name))
          .append("</th>");
    }
    page.append("</tr></thead>\n<tbody>\n");
    for (List<String> row : rows) {
      StringBuilder cells = new StringBuilder();
      for (int i = 0; i < row.size(); i++) {
        cells
            .append(isNumber(names.get(i)) ? "<td class=\"n\">" : "<td>")
            .append(escaped(row.get(i)))
            .append("</td>");
      }
      page.append("<tr>").append(cells).append("</tr>\n");
    }
    page.append("</tbody>\n</table>\n");
  }

  private static boolean isNumber(String name) {
    return name.startsWith("#");
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * share);
  }

  private static String decimals(double number) {
    return String.format(Locale.ROOT, "%.3f", number);
  }

  private static String escaped(String text) {
    return text.chars()
        .mapToObj(
            letter ->
                switch (letter) {
                  case '&' -> "&amp;";
                  case '<' -> "&lt;";
                  case '>' -> "&gt;";
                  case '"' -> "&quot;";
                  default -> String.valueOf((char) letter);
                })
        .collect(Collectors.joining());
  }
}
