package org.strnet.study.checklist;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** How a row of a checklist is answered. */
sealed interface ItemAnswer {

  /**
   * The program answers it.
   *
   * @param sentences the answer
   * @param places where more of it is
   * @param add what the authors add
   */
  record Filled(List<String> sentences, List<Place> places, Optional<String> add)
      implements ItemAnswer {}

  /**
   * A part of the report answers it.
   *
   * @param places where
   * @param add what the authors add
   */
  record Pointed(List<Place> places, Optional<String> add) implements ItemAnswer {}

  /**
   * The authors must answer it.
   *
   * @param known what the program can tell them
   * @param write what they must write
   */
  record Missing(List<String> known, String write) implements ItemAnswer {}

  /** The three kinds, as a table names them. */
  enum Kind {
    /** Answered by the program. */
    FILLED("filled"),
    /** Answered by a part of the report. */
    POINTED("pointed to"),
    /** Left to the authors. */
    MISSING("missing");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }
  }

  /** Folds over the three kinds. */
  default <T> T fold(
      Function<Filled, T> filled, Function<Pointed, T> pointed, Function<Missing, T> missing) {
    if (this instanceof Filled answer) {
      return filled.apply(answer);
    }
    if (this instanceof Pointed answer) {
      return pointed.apply(answer);
    }
    return missing.apply((Missing) this);
  }

  /** Which of the three it is. */
  default Kind kind() {
    return fold(filled -> Kind.FILLED, pointed -> Kind.POINTED, missing -> Kind.MISSING);
  }

  /** Whether the authors have something left to write. */
  default boolean leavesWork() {
    return fold(
        filled -> filled.add().isPresent(), pointed -> pointed.add().isPresent(), missing -> true);
  }
}
