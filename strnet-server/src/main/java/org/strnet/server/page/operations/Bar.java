package org.strnet.server.page.operations;

import java.util.ArrayList;
import java.util.List;

/**
 * A bar of the chart of hours.
 *
 * @param x left edge
 * @param y upper edge
 * @param height from there down
 * @param count what it stands for
 */
record Bar(int x, int y, int height, long count) {

  private static final int STEP = 20;
  private static final int TALLEST = 80;

  /** One for each count, the largest as tall as the chart. */
  static List<Bar> of(List<Long> counts) {
    long most = Math.max(1, counts.stream().mapToLong(Long::longValue).max().orElse(1));
    List<Bar> bars = new ArrayList<>();
    for (int i = 0; i < counts.size(); i++) {
      int height = (int) Math.ceil((double) TALLEST * counts.get(i) / most);
      bars.add(new Bar(i * STEP, TALLEST - height, height, counts.get(i)));
    }
    return bars;
  }
}
