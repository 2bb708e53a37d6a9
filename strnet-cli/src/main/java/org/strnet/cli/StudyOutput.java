package org.strnet.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.strnet.evaluation.comparison.Compared;
import org.strnet.evaluation.comparison.Difference;
import org.strnet.evaluation.estimate.MetricsFile;
import org.strnet.evaluation.prediction.PredictionsFile;
import org.strnet.evaluation.study.Gain;
import org.strnet.evaluation.study.StudyFile;
import org.strnet.evaluation.study.StudyResults;
import org.strnet.evaluation.subgroup.AdjustedResults;
import org.strnet.evaluation.subgroup.SubgroupResults;

/** A study's files, and its text on standard output. */
final class StudyOutput {

  private StudyOutput() {}

  /** Writes {@code predictions.csv}, {@code metrics.json} and {@code study.json}. */
  static void write(StudyResults study, Path folder, boolean force) {
    PredictionsFile.write(folder.resolve("predictions.csv"), study.predictions(), force);
    MetricsFile.write(folder.resolve("metrics.json"), study.metrics(), force);
    StudyFile.write(folder.resolve("study.json"), study, force);
  }

  static void print(PrintWriter out, StudyResults study) {
    out.println(study.description().title());
    out.println(study.description().mode().words());
    MetricsTable.figures(out, study.metrics());
    for (AdjustedResults adjusted : study.adjusted()) {
      out.printf("%nscreening.auroc and %s (%s)%n", adjusted.column(), adjusted.how());
      out.printf("  crude      %s%n", adjusted.crude().text());
      out.printf("  adjusted   %s%n", adjusted.adjusted().text());
      for (AdjustedResults.Stratum stratum : adjusted.strata()) {
        out.printf(
            "  %-22s %s (%d with, %d without)%n",
            stratum.name(), stratum.auroc().text(), stratum.positives(), stratum.negatives());
      }
    }
    for (Gain gain : study.gains()) {
      out.printf("%nStudy minus %s (%s)%n", gain.name(), gain.how());
      gain.figures().forEach(figure -> compared(out, figure));
    }
    subgroups(out, study.subgroups());
    out.println("Research use only.");
    out.flush();
  }

  private static void subgroups(PrintWriter out, SubgroupResults subgroups) {
    for (SubgroupResults.Column column : subgroups.columns()) {
      out.printf("%nBy %s (%s), and minus the rest%n", column.name(), column.how());
      for (SubgroupResults.Group group : column.groups()) {
        for (SubgroupResults.Cell cell : group.cells()) {
          out.printf(
              "  %-22s %-22s %s%s%n",
              group.name(),
              cell.metric(),
              cell.estimate().text(),
              cell.estimate().isEstimable() ? " | " + text(cell.toRest()) : "");
        }
      }
    }
    out.printf("%n%s%n", subgroups.note());
  }

  static void compared(PrintWriter out, List<Compared> figures) {
    figures.forEach(figure -> compared(out, figure));
  }

  private static void compared(PrintWriter out, Compared figure) {
    out.printf(
        "  %-28s %s against %s: %s%n",
        figure.metric(), figure.first().text(), figure.second().text(), text(figure.difference()));
  }

  private static String text(Difference difference) {
    return difference.estimate().text()
        + p(", p %s", difference.p())
        + p(" (Holm p %s)", difference.adjustedP());
  }

  private static String p(String pattern, OptionalDouble p) {
    if (p.isEmpty()) {
      return "";
    }
    double value = p.getAsDouble();
    return pattern.formatted(
        value < 0.001 ? "< 0.001" : String.format(Locale.ROOT, "= %.3f", value));
  }
}
