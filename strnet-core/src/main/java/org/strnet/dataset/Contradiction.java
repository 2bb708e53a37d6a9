package org.strnet.dataset;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Values of a cohort that cannot be true together.
 *
 * @param kind what contradicts what
 * @param rows where, at least one; the header is row 1
 * @param what what was found there
 */
public record Contradiction(Kind kind, List<Integer> rows, String what) {

  /** What contradicts what. */
  public enum Kind {
    /** Values of one row. */
    VALUES,
    /** A patient and the sides of a split or the folds. */
    SPLIT,
    /** Rows that name one image. */
    IMAGE
  }

  /** Copies the rows. */
  public Contradiction {
    rows = List.copyOf(rows);
    if (rows.isEmpty()) {
      throw new IllegalArgumentException("a contradiction stands in a row");
    }
  }

  /** For a reader: {@code rows 2, 5: patient 'p1' is in two folds}. */
  public String text() {
    String numbers = rows.stream().map(String::valueOf).collect(Collectors.joining(", "));
    return "%s %s: %s".formatted(rows.size() == 1 ? "row" : "rows", numbers, what);
  }
}
