package org.strnet.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.strnet.provenance.QuotedFigure;

/**
 * One page that needs nothing else: style inside, pictures as data URIs. Sections of films are kept
 * in a file beside it until the summary that goes before them is known, so that memory does not
 * grow with the films' pictures.
 */
public final class HtmlReport implements ResultWriter {

  private final Path file;
  private final Path sectionsFile;
  private final Writer sections;
  private final ModelFacts facts;
  private final LocalDate date;
  private final List<String> rows = new ArrayList<>();
  private final OutcomeCounts counts = new OutcomeCounts();

  /**
   * @param file is written when this is closed; overwritten when it is there
   * @param facts of the network
   * @param date of the report
   */
  public HtmlReport(Path file, ModelFacts facts, LocalDate date) throws IOException {
    this.file = file;
    this.facts = facts;
    this.date = date;
    this.sectionsFile = file.resolveSibling("." + file.getFileName() + ".sections");
    this.sections = Files.newBufferedWriter(sectionsFile);
  }

  @Override
  public void write(FilmResult result) throws IOException {
    counts.add(result);
    HtmlFilm film = new HtmlFilm(facts, rows.size() + 1);
    rows.add(film.row(result));
    sections.write(film.section(result));
  }

  @Override
  public void close() throws IOException {
    sections.close();
    try (var out =
            Files.newOutputStream(
                file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING);
        InputStream films = Files.newInputStream(sectionsFile)) {
      out.write(head().getBytes(StandardCharsets.UTF_8));
      films.transferTo(out);
      out.write("</body>\n</html>\n".getBytes(StandardCharsets.UTF_8));
    }
    Files.delete(sectionsFile);
  }

  private String head() {
    return """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>Knee radiographs: %s</title>
        <style>
        %s</style>
        </head>
        <body>
        <p class="banner">%s</p>
        <h1>Knee radiographs screened for %s</h1>
        <p>%s &middot; %s</p>
        %s<table>
        <thead><tr><th>film</th><th>result</th><th>P(%s)</th><th>%s</th></tr></thead>
        <tbody>
        %s</tbody>
        </table>
        """
        .formatted(
            Html.text(facts.bundle()),
            style(),
            Html.text(Wording.RESEARCH_USE),
            Html.text(facts.targets().screening().meaning()),
            date,
            Html.text(counts.sentence(facts.targets())),
            origin(),
            Html.text(facts.targets().screening().meaning()),
            Html.text(facts.targets().tScore().map(target -> target.meaning()).orElse("")),
            String.join("", rows));
  }

  private String origin() {
    StringBuilder html = new StringBuilder("<div class=\"facts\">\n");
    for (String sentence : Wording.facts(facts)) {
      html.append(Html.paragraph(sentence));
    }
    html.append(Html.paragraph(facts.intendedUse()));
    if (!facts.figures().isEmpty()) {
      html.append("<table><thead><tr><th>measured of this bundle</th><th>value</th>");
      html.append("<th>interval</th><th>n</th><th>how</th></tr></thead><tbody>\n");
      for (QuotedFigure figure : facts.figures()) {
        html.append(
            Html.row(
                figure.name(),
                Html.number(figure.value()),
                Html.number(figure.low()) + " to " + Html.number(figure.high()),
                Integer.toString(figure.n()),
                figure.method()));
      }
      html.append("</tbody></table>\n");
    }
    return html.append("</div>\n").toString();
  }

  private static String style() {
    try (InputStream in = HtmlReport.class.getResourceAsStream("report.css")) {
      if (in == null) {
        throw new IllegalStateException("report.css is part of the program");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
