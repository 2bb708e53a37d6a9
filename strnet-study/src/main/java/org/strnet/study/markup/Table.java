package org.strnet.study.markup;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A table whose headers say what they head, for whoever hears it read. */
public final class Table {

  private final List<String> head;
  private final List<Element> rows = new ArrayList<>();

  /** A table with columns; the first names the rows. */
  public Table(String... head) {
    this.head = List.of(head);
  }

  /** Adds a line over all columns that heads the rows below it. */
  public Table group(String name) {
    rows.add(
        Element.of("tr")
            .with("class", "group")
            .add(
                Element.of("th", name)
                    .with("scope", "colgroup")
                    .with("colspan", Integer.toString(head.size()))));
    return this;
  }

  /** Adds a row of plain texts. */
  public Table row(String name, String... cells) {
    return row(Element.of("span", name), Arrays.stream(cells).map(Table::cell).toList());
  }

  /** Adds a row. */
  public Table row(Element name, List<Element> cells) {
    rows.add(Element.of("tr").add(Element.of("th").with("scope", "row").add(name)).add(cells));
    return this;
  }

  /** A cell with a text. */
  public static Element cell(String text) {
    return Element.of("td", text);
  }

  /** A cell with several parts. */
  public static Element cell(List<Element> parts) {
    return Element.of("td").add(parts);
  }

  /** Whether it has no row. */
  public boolean isEmpty() {
    return rows.isEmpty();
  }

  /** The table with its caption. */
  public Element element(Element caption) {
    Element heads = Element.of("tr");
    head.forEach(name -> heads.add(Element.of("th", name).with("scope", "col")));
    return Element.of("table")
        .add(caption, Element.of("thead").add(heads), Element.of("tbody").add(rows));
  }
}
