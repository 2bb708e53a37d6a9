package org.strnet.evaluation.prediction;

import java.util.Locale;
import java.util.Optional;

/** What became of a film. */
public enum Outcome {
  /** It was assessed. */
  ASSESSED,
  /** It cannot be assessed, for a coded reason. */
  NOT_ASSESSABLE,
  /** The program failed on it. */
  FAILED;

  /** As written in {@code predictions.csv}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Outcome> ofCode(String code) {
    for (Outcome outcome : values()) {
      if (outcome.code().equals(code)) {
        return Optional.of(outcome);
      }
    }
    return Optional.empty();
  }
}
