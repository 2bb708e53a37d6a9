package org.strnet.study.card;

import java.util.List;
import java.util.Optional;

/**
 * One of the three questions a card answers with figures.
 *
 * @param goal what shall be known
 * @param results figures; empty where nothing was measured
 * @param interpretation what they mean
 * @param testType for instance cross-validation by patient
 * @param data films they were measured on
 * @param validation how they were obtained
 */
public record KeyMetric(
    String goal,
    List<CardFigure> results,
    Optional<String> interpretation,
    Optional<String> testType,
    Optional<String> data,
    Optional<String> validation) {

  /** Copies the list. */
  public KeyMetric {
    results = List.copyOf(results);
  }

  /** A question nobody measured. */
  static KeyMetric unmeasured(String goal, String consequence) {
    return new KeyMetric(
        goal,
        List.of(),
        Optional.of(consequence),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
