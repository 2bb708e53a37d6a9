package org.strnet.study.card;

import java.util.List;
import org.strnet.study.card.CardSection.Statement;
import org.strnet.study.document.DocumentPage;
import org.strnet.study.markup.Element;

/** A card as HTML: a part for another page, or a page of its own. */
public final class CardHtml {

  private static final List<String> COLUMNS =
      List.of("figure", "value", "95 % interval", "n", "how");

  private CardHtml() {}

  /** A page that needs nothing else. */
  public static String page(AppliedModelCard card) {
    return DocumentPage.of(title(card), fragment(card));
  }

  /** The card from its heading on, for a page that brings banner and style. */
  public static Element fragment(AppliedModelCard card) {
    Element html =
        Element.of("article")
            .with("class", "card")
            .add(Element.of("h1", title(card)), Element.of("p", card.identity().summary()));
    for (CardSection section : CardOutline.of(card)) {
      html.add(Element.of("h2", section.title()), statements(section.statements()));
      if (!section.figures().isEmpty()) {
        html.add(figures(section.figures()));
      }
    }
    return html.add(
        Element.of("h3", "Configuration it was trained with"),
        Element.of("pre", card.provenance().configuration().strip()));
  }

  private static String title(AppliedModelCard card) {
    return "Model card: " + card.identity().name();
  }

  private static Element statements(List<Statement> statements) {
    Element list = Element.of("dl");
    for (Statement statement : statements) {
      list.add(Element.of("dt", statement.label()), said(statement.lines()));
    }
    return list;
  }

  private static Element said(List<String> lines) {
    if (lines.isEmpty()) {
      return Element.of("dd").add(Element.of("span", CardSection.UNKNOWN).with("class", "unknown"));
    }
    if (lines.size() == 1) {
      return Element.of("dd", lines.get(0));
    }
    Element list = Element.of("ul");
    lines.forEach(line -> list.add(Element.of("li", line)));
    return Element.of("dd").add(list);
  }

  private static Element figures(List<CardFigure> figures) {
    Element head = Element.of("tr");
    COLUMNS.forEach(column -> head.add(Element.of("th", column)));
    Element body = Element.of("tbody");
    for (CardFigure figure : figures) {
      body.add(
          Element.of("tr")
              .add(
                  Element.of("td", figure.label()),
                  Element.of("td", figure.valueText()),
                  Element.of("td", figure.intervalText()),
                  Element.of("td", Integer.toString(figure.n())),
                  Element.of("td", figure.method())));
    }
    return Element.of("table").with("class", "figures").add(Element.of("thead").add(head), body);
  }
}
