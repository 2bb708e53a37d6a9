package org.strnet.study.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.strnet.evaluation.study.StudyResults;
import org.strnet.report.Wording;
import org.strnet.study.markup.Element;
import org.strnet.study.plot.Ink;

/**
 * The whole page. It needs nothing else: style inside, figures inline, pictures as data URIs, no
 * script.
 */
public final class ReportPage {

  private static final String DOCTYPE = "<!DOCTYPE html>\n";

  private final String title;
  private final Element body;

  private ReportPage(String title, Element body) {
    this.title = title;
    this.body = body;
  }

  /** The page of a study's results. */
  public static ReportPage of(StudyResults results, FilmPictures pictures) {
    StudyContent study = StudyContent.of(results);
    Captions captions = new Captions();
    Element main = Element.of("main").add(SummarySection.of(study, captions));
    List<Element> sections = sections(study, captions, pictures);
    main.add(sections);
    Element footer = Element.of("footer").add(Element.of("p", Wording.RESEARCH_USE));
    return new ReportPage(study.description().title(), Element.of("body").add(main, footer));
  }

  private static List<Element> sections(
      StudyContent study, Captions captions, FilmPictures pictures) {
    List<Element> sections = new ArrayList<>();
    sections.add(FlowSection.of(study, captions));
    sections.add(CohortSection.of(study, captions));
    sections.add(ResultsSection.of(study, captions));
    if (study.hasScreening()) {
      sections.add(ScreeningSection.of(study, captions));
    }
    if (study.hasSeverity()) {
      sections.add(SeveritySection.of(study, captions));
    }
    study.tScore().ifPresent(target -> sections.add(TScoreSection.of(study, target, captions)));
    sections.add(SubgroupSection.of(study, captions));
    sections.add(GainSection.of(study, captions));
    if (study.hasScreening()) {
      sections.add(ErrorsSection.of(study, pictures));
    }
    sections.add(LimitsSection.of(study));
    sections.add(ProvenanceSection.of(study, captions));
    return sections;
  }

  /** For a browser: light and dark screens, and its own way of printing. */
  public String forScreen() {
    String dark = "@media screen and (prefers-color-scheme: dark) {\n" + Ink.darkRules() + "}\n";
    return with(resource("screen.css") + dark);
  }

  /** For the PDF: pages with their numbers. */
  public String forPaper() {
    return with(resource("paper.css"));
  }

  private String with(String css) {
    Element head =
        Element.of("head")
            .add(
                Element.of("meta").with("charset", "utf-8"),
                Element.of("meta")
                    .with("name", "viewport")
                    .with("content", "width=device-width, initial-scale=1"),
                Element.of("title", title),
                Element.of("style").style(css));
    return DOCTYPE
        + Element.of("html")
            .with("xmlns", "http://www.w3.org/1999/xhtml")
            .with("lang", "en")
            .add(head, body);
  }

  private static String resource(String name) {
    try (InputStream in = ReportPage.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is part of the program");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
