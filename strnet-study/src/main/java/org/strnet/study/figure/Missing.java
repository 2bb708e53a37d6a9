package org.strnet.study.figure;

import org.strnet.evaluation.discrimination.BinaryScores;

/** What a figure says that cannot be drawn. */
final class Missing {

  private Missing() {}

  /** A label does not occur among scored films. */
  static String label(BinaryScores films) {
    return "not estimable (n = %d): needs films of both labels, found %d positive, %d negative"
        .formatted(films.size(), films.positives(), films.negatives());
  }

  /** There are fewer films than needed. */
  static String films(int found, int needed) {
    return "not estimable (n = %d): needs at least %d films".formatted(found, needed);
  }
}
