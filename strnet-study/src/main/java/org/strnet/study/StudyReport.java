package org.strnet.study;

import java.io.IOException;
import java.nio.file.Path;
import org.strnet.evaluation.estimate.ResultFile;
import org.strnet.evaluation.study.StudyResults;
import org.strnet.study.page.FilmPictures;
import org.strnet.study.page.ReportPage;
import org.strnet.study.pdf.PdfPage;

/** Writes {@code report.html} and {@code report.pdf} of a study. */
public final class StudyReport {

  private final ReportPage page;
  private final StudyResults results;

  private StudyReport(ReportPage page, StudyResults results) {
    this.page = page;
    this.results = results;
  }

  /**
   * The report of a study's results.
   *
   * @param pictures of the films with the largest errors
   */
  public static StudyReport of(StudyResults results, FilmPictures pictures) {
    return new StudyReport(ReportPage.of(results, pictures), results);
  }

  /**
   * Writes the page.
   *
   * @param force whether a file there is replaced
   * @throws org.strnet.provenance.BadInputException if a file is there and is kept, or cannot be
   *     written
   */
  public void writeHtml(Path file, boolean force) {
    ResultFile.write(file, page.forScreen(), force);
  }

  /** Writes the same as PDF, likewise. */
  public void writePdf(Path file, boolean force) throws IOException {
    byte[] pdf = PdfPage.of(page.forPaper(), results.description().run().date());
    ResultFile.write(file, pdf, force);
  }
}
