package org.strnet.study.markup;

import java.util.ArrayList;
import java.util.List;

/** What stands side by side, row by row, so that a printed page breaks between rows only. */
public final class Rows {

  private Rows() {}

  /** Figures, two in a row. */
  public static List<Element> ofFigures(List<Element> figures) {
    return of(figures, 2, "pair");
  }

  /** Films, three in a row. */
  public static List<Element> ofFilms(List<Element> films) {
    return of(films, 3, "films");
  }

  private static List<Element> of(List<Element> all, int inRow, String name) {
    List<Element> rows = new ArrayList<>();
    for (int i = 0; i < all.size(); i += inRow) {
      List<Element> row = all.subList(i, Math.min(all.size(), i + inRow));
      rows.add(Element.of("div").with("class", name).add(row));
    }
    return rows;
  }
}
