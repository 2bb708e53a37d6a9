package org.strnet.study.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.strnet.report.Wording;
import org.strnet.study.markup.Element;

/** One page of HTML: style inside, no picture, script or font from elsewhere. */
public final class DocumentPage {

  private DocumentPage() {}

  /** A whole page; it opens with the banner of research use. */
  public static String of(String title, Element content) {
    Element head =
        Element.of("head")
            .add(
                Element.of("meta").with("charset", "utf-8"),
                Element.of("meta")
                    .with("name", "viewport")
                    .with("content", "width=device-width, initial-scale=1"),
                Element.of("title", title),
                Element.of("style").style(style()));
    Element body =
        Element.of("body")
            .add(Element.of("p", Wording.RESEARCH_USE).with("class", "banner"), content);
    return "<!DOCTYPE html>\n" + Element.of("html").with("lang", "en").add(head, body) + "\n";
  }

  private static String style() {
    try (InputStream in = DocumentPage.class.getResourceAsStream("document.css")) {
      if (in == null) {
        throw new IllegalStateException("document.css is part of the program");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
