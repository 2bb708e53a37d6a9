package org.strnet.audit.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.strnet.audit.AuditReport;
import org.strnet.audit.finding.Evidence;
import org.strnet.audit.finding.Finding;
import org.strnet.audit.finding.Severity;
import org.strnet.evaluation.estimate.Estimate;
import org.strnet.report.Wording;

/**
 * An audit as plain text.
 *
 * @param columns width of the text
 * @param most instances shown of each finding; files hold them all
 */
public record AuditText(int columns, int most) {

  /** Rows shown of one instance. */
  private static final int MOST_ROWS = 8;

  /** Checks the numbers. */
  public AuditText {
    if (columns < 40 || most < 1) {
      throw new IllegalArgumentException(
          "at least 40 columns and 1 instance, found %d, %d".formatted(columns, most));
    }
  }

  /** The report, line by line. */
  public List<String> lines(AuditReport report) {
    List<String> lines = new ArrayList<>();
    wrap(lines, "", headline(report));
    int number = 1;
    for (Severity severity : Severity.values()) {
      List<Finding> findings =
          report.findings().stream().filter(f -> f.severity() == severity).toList();
      if (!findings.isEmpty()) {
        lines.add("");
        lines.add(severity.heading());
        for (Finding finding : findings) {
          add(lines, number++, finding);
        }
      }
    }
    lines.add("");
    lines.add("Figures");
    for (Map.Entry<String, Estimate> figure : report.figures().estimates().entrySet()) {
      lines.add("  %-36s %s".formatted(figure.getKey(), figureText(figure.getValue())));
    }
    lines.add("");
    AuditReport.LIMITS.forEach(limit -> wrap(lines, "", limit));
    lines.add(Wording.RESEARCH_USE);
    return lines;
  }

  /** What was audited, and how many findings there are. */
  static String headline(AuditReport report) {
    List<String> counts = new ArrayList<>();
    for (Severity severity : Severity.values()) {
      long count = report.findings().stream().filter(f -> f.severity() == severity).count();
      counts.add("%d %s%s".formatted(count, severity.code(), count == 1 ? "" : "s"));
    }
    return "Audit of %s: %d films. %s."
        .formatted(
            report.cohort().source().getFileName(),
            report.films().size(),
            String.join(", ", counts));
  }

  /** A count as it is, a measured figure with interval and n. */
  static String figureText(Estimate figure) {
    return figure.method().equals("count") ? String.valueOf(figure.n()) : figure.text();
  }

  private void add(List<String> lines, int number, Finding finding) {
    lines.add("");
    wrap(lines, "  ", "%d. %s".formatted(number, finding.title()));
    wrap(lines, "     ", "Why: " + finding.why());
    wrap(lines, "     ", "Do:  " + finding.action());
    List<Evidence> evidence = finding.evidence();
    for (Evidence instance : evidence.subList(0, Math.min(most, evidence.size()))) {
      wrap(lines, "     - ", text(instance));
    }
    if (evidence.size() > most) {
      lines.add("     - and %d more".formatted(evidence.size() - most));
    }
  }

  /** {@code images/a.png (row 2), images/b.png (row 3): mirrored}. */
  static String text(Evidence instance) {
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < Math.min(MOST_ROWS, instance.rows().size()); i++) {
      rows.add("%s (row %d)".formatted(instance.images().get(i), instance.rows().get(i)));
    }
    if (instance.rows().size() > MOST_ROWS) {
      rows.add("and %d more".formatted(instance.rows().size() - MOST_ROWS));
    }
    return rows.isEmpty() ? instance.detail() : String.join(", ", rows) + ": " + instance.detail();
  }

  /** Breaks at blanks; what follows the first line stands under its text. */
  private void wrap(List<String> lines, String indent, String text) {
    String hanging = " ".repeat(indent.length());
    StringBuilder line = new StringBuilder(indent);
    boolean empty = true;
    for (String word : text.split(" ", -1)) {
      if (!empty && line.length() + 1 + word.length() > columns) {
        lines.add(line.toString());
        line = new StringBuilder(hanging);
        empty = true;
      }
      line.append(empty ? "" : " ").append(word);
      empty = false;
    }
    lines.add(line.toString());
  }
}
