package org.strnet.study.page;

import org.strnet.study.markup.Element;
import org.strnet.study.markup.Table;

/** Numbers figures and tables in their order on one page. */
final class Captions {

  private int figures;
  private int tables;

  /** A figure with its number and caption. */
  Element figure(Element svg, String title, String text) {
    figures++;
    return Element.of("figure")
        .add(svg)
        .add(caption("figcaption", "Figure " + figures + ".", title, text));
  }

  /** A table with its number and caption. */
  Element table(Table table, String title, String text) {
    tables++;
    return table.element(caption("caption", "Table " + tables + ".", title, text));
  }

  private static Element caption(String name, String number, String title, String text) {
    return Element.of(name)
        .add(Element.of("strong", number + " " + title + "."))
        .text(text.isEmpty() ? "" : " " + text);
  }
}
