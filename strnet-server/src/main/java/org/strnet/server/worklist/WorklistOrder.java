package org.strnet.server.worklist;

import java.util.Objects;

/**
 * The order of the list.
 *
 * @param sort by what
 * @param descending greatest first
 */
public record WorklistOrder(WorklistSort sort, boolean descending) {

  /** What came last stands first. */
  public static final WorklistOrder NEWEST_FIRST = new WorklistOrder(WorklistSort.ARRIVED, true);

  /** Checks that the column is there. */
  public WorklistOrder {
    Objects.requireNonNull(sort);
  }
}
