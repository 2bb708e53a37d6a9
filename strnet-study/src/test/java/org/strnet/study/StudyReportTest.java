package org.strnet.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.strnet.evaluation.estimate.Estimate;
import org.strnet.evaluation.study.StudyResults;
import org.strnet.provenance.BadInputException;
import org.strnet.study.page.FilmPictures;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class StudyReportTest {

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(StudyExample.Kind.class)
  void whatever_the_films_there_is_a_well_formed_page_and_a_pdf(StudyExample.Kind kind)
      throws IOException {
    StudyReport report = StudyReport.of(StudyExample.of(kind), FilmPictures.NONE);
    report.writeHtml(folder.resolve("report.html"), false);
    report.writePdf(folder.resolve("report.pdf"), false);
    Document page = Page.parsed(Files.readString(folder.resolve("report.html")));
    assertThat(page.getElementsByTagName("svg").getLength()).isGreaterThanOrEqualTo(8);
    assertThat(page.getDocumentElement().getTextContent())
        .contains("Research use only")
        .doesNotContain("NaN")
        .doesNotContain("Infinity");
    assertThat(text(folder.resolve("report.pdf"))).contains("Main results", "Research use only");
  }

  @ParameterizedTest
  @EnumSource(StudyExample.Kind.class)
  void every_number_that_names_its_metric_is_that_metric(StudyExample.Kind kind) {
    StudyResults results = StudyExample.of(kind);
    StudyReport report = StudyReport.of(results, FilmPictures.NONE);
    report.writeHtml(folder.resolve("report.html"), false);
    Document page = Page.parsed(read(folder.resolve("report.html")));
    List<Element> figures = Page.withAttribute(page, "data-metric");
    assertThat(figures).hasSizeGreaterThan(2 * results.metrics().names().size());
    for (Element figure : figures) {
      Estimate estimate = results.metrics().get(figure.getAttribute("data-metric"));
      assertThat(figure.getTextContent())
          .as(figure.getAttribute("data-metric"))
          .satisfies(text -> assertThat(decimals(text)).isLessThanOrEqualTo(3));
      assertThat(Double.parseDouble(figure.getTextContent().replace('\u2212', '-')))
          .as(figure.getAttribute("data-metric"))
          .isCloseTo(part(estimate, figure.getAttribute("data-part")), within());
    }
  }

  @Test
  void every_metric_stands_in_the_main_results_with_its_n() {
    StudyResults results = StudyExample.of(StudyExample.Kind.ONE_CLASS);
    StudyReport.of(results, FilmPictures.NONE).writeHtml(folder.resolve("report.html"), false);
    Document page = Page.parsed(read(folder.resolve("report.html")));
    Element section = Page.byId(page, "results");
    List<String> named = new ArrayList<>();
    for (Element figure : Page.withAttribute(section, "data-metric")) {
      if (figure.getAttribute("data-part").equals("n")) {
        named.add(figure.getAttribute("data-metric"));
      }
    }
    assertThat(named).containsAll(results.metrics().names());
    assertThat(section.getTextContent()).contains("not estimable (n = 54)");
  }

  @Test
  void text_from_outside_stays_text() {
    String hostile = "<script>alert('\"&\u0000')</script>]]>";
    StudyReport.of(StudyExample.naming(hostile), FilmPictures.NONE)
        .writeHtml(folder.resolve("report.html"), false);
    String html = read(folder.resolve("report.html"));
    Document page = Page.parsed(html);
    assertThat(html).doesNotContain("<script").doesNotContain("\u0000");
    assertThat(page.getElementsByTagName("script").getLength()).isZero();
    assertThat(page.getElementsByTagName("h1").item(0).getTextContent())
        .contains("<script>alert('\"&\ufffd')</script>]]>");
  }

  @Test
  void one_study_gives_the_same_bytes_each_time() throws IOException {
    for (String run : List.of("a", "b")) {
      StudyReport report =
          StudyReport.of(StudyExample.of(StudyExample.Kind.USUAL), FilmPictures.NONE);
      report.writeHtml(folder.resolve(run + ".html"), false);
      report.writePdf(folder.resolve(run + ".pdf"), false);
    }
    assertThat(folder.resolve("a.html")).hasSameBinaryContentAs(folder.resolve("b.html"));
    assertThat(folder.resolve("a.pdf")).hasSameBinaryContentAs(folder.resolve("b.pdf"));
  }

  @Test
  void a_page_asks_for_nothing_from_outside() {
    StudyReport.of(StudyExample.of(StudyExample.Kind.USUAL), FilmPictures.NONE)
        .writeHtml(folder.resolve("report.html"), false);
    Document page = Page.parsed(read(folder.resolve("report.html")));
    for (String tag : List.of("script", "link", "iframe", "object")) {
      assertThat(page.getElementsByTagName(tag).getLength()).as(tag).isZero();
    }
    for (Element element : Page.withAttribute(page, "href")) {
      assertThat(element.getAttribute("href")).startsWith("#");
    }
    for (Element element : Page.withAttribute(page, "src")) {
      assertThat(element.getAttribute("src")).startsWith("data:image/");
    }
    assertThat(read(folder.resolve("report.html"))).doesNotContain("url(");
  }

  @Test
  void figures_and_tables_can_be_heard() {
    StudyReport.of(StudyExample.of(StudyExample.Kind.USUAL), FilmPictures.NONE)
        .writeHtml(folder.resolve("report.html"), false);
    Document page = Page.parsed(read(folder.resolve("report.html")));
    NodeList figures = page.getElementsByTagName("svg");
    for (int i = 0; i < figures.getLength(); i++) {
      Element figure = (Element) figures.item(i);
      assertThat(figure.getAttribute("role")).isEqualTo("img");
      for (String id : figure.getAttribute("aria-labelledby").split(" ", -1)) {
        assertThat(Page.byId(page, id).getTextContent()).isNotBlank();
      }
    }
    NodeList heads = page.getElementsByTagName("th");
    for (int i = 0; i < heads.getLength(); i++) {
      assertThat(((Element) heads.item(i)).getAttribute("scope")).isIn("col", "row", "colgroup");
    }
    assertThat(Page.ids(page)).doesNotHaveDuplicates();
  }

  @Test
  void a_report_there_is_kept_unless_told_otherwise() throws IOException {
    StudyReport report =
        StudyReport.of(StudyExample.of(StudyExample.Kind.EMPTY), FilmPictures.NONE);
    Path html = folder.resolve("report.html");
    Path pdf = folder.resolve("report.pdf");
    report.writeHtml(html, false);
    report.writePdf(pdf, false);
    assertThatThrownBy(() -> report.writeHtml(html, false)).isInstanceOf(BadInputException.class);
    assertThatThrownBy(() -> report.writePdf(pdf, false)).isInstanceOf(BadInputException.class);
    report.writePdf(pdf, true);
  }

  private static org.assertj.core.data.Offset<Double> within() {
    return org.assertj.core.data.Offset.offset(0.00050001);
  }

  private static int decimals(String number) {
    int point = number.indexOf('.');
    return point < 0 ? 0 : number.length() - point - 1;
  }

  private static double part(Estimate estimate, String part) {
    return switch (part) {
      case "value" -> estimate.value().orElseThrow();
      case "low" -> estimate.low().orElseThrow();
      case "high" -> estimate.high().orElseThrow();
      case "n" -> estimate.n();
      default -> throw new AssertionError(part);
    };
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static String text(Path pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
      return new PDFTextStripper().getText(document);
    }
  }
}
