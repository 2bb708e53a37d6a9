package org.strnet.evaluation.estimate;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Estimates under dotted names, in the order in which they are reported.
 *
 * @param estimates by name, for instance {@code screening.auroc}
 */
public record Metrics(Map<String, Estimate> estimates) {

  /** Copies the map, keeping its order. */
  public Metrics {
    estimates = Collections.unmodifiableMap(new LinkedHashMap<>(estimates));
  }

  /**
   * One estimate.
   *
   * @throws IllegalArgumentException if there is none of that name
   */
  public Estimate get(String name) {
    Estimate estimate = estimates.get(name);
    if (estimate == null) {
      throw new IllegalArgumentException("there is no metric %s in %s".formatted(name, names()));
    }
    return estimate;
  }

  /** The names in order. */
  public Set<String> names() {
    return estimates.keySet();
  }

  /**
   * These and more.
   *
   * @throws IllegalArgumentException if a name occurs in both
   */
  public Metrics plus(Metrics more) {
    Map<String, Estimate> both = new LinkedHashMap<>(estimates);
    more.estimates.forEach(
        (name, estimate) -> {
          if (both.put(name, estimate) != null) {
            throw new IllegalArgumentException("two metrics are called " + name);
          }
        });
    return new Metrics(both);
  }
}
