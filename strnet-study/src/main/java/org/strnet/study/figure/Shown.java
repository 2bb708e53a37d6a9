package org.strnet.study.figure;

import java.util.List;
import java.util.stream.IntStream;
import org.strnet.study.markup.Element;
import org.strnet.study.plot.Legend;

/**
 * Which films of many are drawn one by one: beyond a few thousand the marks cover each other, and a
 * million of them make a page that no reader opens.
 *
 * @param films how many there are
 */
record Shown(int films) {

  /** Marks of one figure. */
  static final int MOST = 5000;

  /** The films that are drawn: all, or every so many in the cohort's order. */
  IntStream rows() {
    int step = step();
    return IntStream.range(0, films).filter(film -> film % step == 0);
  }

  /** Says so where not all are drawn. */
  Legend noted(Legend legend) {
    if (step() == 1) {
      return legend;
    }
    String note = "one film in %d is drawn".formatted(step());
    return legend.note(List.of(Element.of("tspan", note)), note);
  }

  private int step() {
    return Math.max(1, (films + MOST - 1) / MOST);
  }
}
