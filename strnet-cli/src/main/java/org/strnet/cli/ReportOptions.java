package org.strnet.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.strnet.evaluation.study.StudyResults;
import org.strnet.study.StudyReport;
import org.strnet.study.film.FilmPictures;
import picocli.CommandLine.Option;

/** Which reports of a study are written beside its figures. */
final class ReportOptions {

  @Option(names = "--no-pdf", description = "Write report.html only, no report.pdf.")
  private boolean noPdf;

  void write(StudyResults study, FilmPictures pictures, Path folder, boolean force)
      throws IOException {
    StudyReport report = StudyReport.of(study, pictures);
    report.writeHtml(folder.resolve("report.html"), force);
    if (!noPdf) {
      report.writePdf(folder.resolve("report.pdf"), force);
    }
  }
}
