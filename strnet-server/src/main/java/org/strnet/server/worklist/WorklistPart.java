package org.strnet.server.worklist;

import java.util.List;

/**
 * One page of the list.
 *
 * @param rows in the order of the list
 * @param hasEarlier whether there may be films before
 * @param hasLater whether there may be films after
 */
public record WorklistPart(List<WorklistRow> rows, boolean hasEarlier, boolean hasLater) {

  /** Copies the rows. */
  public WorklistPart {
    rows = List.copyOf(rows);
  }

  /** The page before, seen from the first row. */
  public String first() {
    return rows.get(0).id();
  }

  /** The page after, seen from the last row. */
  public String last() {
    return rows.get(rows.size() - 1).id();
  }
}
