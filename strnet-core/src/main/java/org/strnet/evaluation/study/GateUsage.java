package org.strnet.evaluation.study;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How much each task draws on each shared expert, as a mean over the films.
 *
 * @param weights by task ({@code screening}, {@code severity}, {@code tscore}), one number per
 *     expert, each 0 to 1, together 1
 * @param films they are the mean of
 */
public record GateUsage(Map<String, List<Double>> weights, int films) {

  /** Copies the map, keeping its order. */
  public GateUsage {
    Map<String, List<Double>> copy = new LinkedHashMap<>();
    weights.forEach((task, shares) -> copy.put(task, List.copyOf(shares)));
    weights = Collections.unmodifiableMap(copy);
  }
}
