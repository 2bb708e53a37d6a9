package org.strnet.evaluation.head;

import java.util.List;
import java.util.Optional;
import org.strnet.evaluation.agreement.NumberPairs;
import org.strnet.evaluation.estimate.Interval;

/**
 * Films with an estimated and a reference number.
 *
 * @param pairs estimates and references
 * @param intervals stated for the estimates, where they are finite
 * @param patients of the same films
 */
public record NumberFilms(
    NumberPairs pairs, List<Optional<Interval>> intervals, List<String> patients) {

  /** Checks that all are of the same films; copies the lists. */
  public NumberFilms {
    if (intervals.size() != pairs.size() || patients.size() != pairs.size()) {
      throw new IllegalArgumentException("intervals and patients of the estimated films");
    }
    intervals = List.copyOf(intervals);
    patients = List.copyOf(patients);
  }

  /** Number of films. */
  public int size() {
    return patients.size();
  }
}
