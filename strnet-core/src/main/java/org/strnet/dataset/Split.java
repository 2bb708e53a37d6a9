package org.strnet.dataset;

import java.util.Locale;
import java.util.Optional;

/** The part a film plays in one fixed division of a cohort. */
public enum Split {
  /** Weights are fitted on it. */
  TRAIN,
  /** The epoch, the operating point and the calibration are chosen on it. */
  VALIDATION,
  /** Used once, for the final figures. */
  TEST;

  /** As written in the column {@code split}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The part of a written word ({@code train}, {@code validation} or {@code val}, {@code test}).
   */
  static Optional<Split> ofCode(String written) {
    String word = written.toLowerCase(Locale.ROOT);
    for (Split split : values()) {
      if (split.code().equals(word)) {
        return Optional.of(split);
      }
    }
    return word.equals("val") ? Optional.of(VALIDATION) : Optional.empty();
  }
}
