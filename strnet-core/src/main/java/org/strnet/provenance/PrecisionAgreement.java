package org.strnet.provenance;

import java.util.Locale;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * How the 8-bit network of a bundle agrees with the other one, on films that gave no range.
 *
 * @param films assessed with both, at least 1
 * @param agreeing films of which both say the same: refer, not flagged or not assessable
 * @param probabilityChange largest change of a probability of bone loss, 0 to 1
 * @param tScoreChange largest change of a T-score, not negative, in its unit; empty where the
 *     bundle has none
 * @param aurocChange area of the 8-bit network less that of the other one; empty where the films
 *     are not labelled both ways
 */
public record PrecisionAgreement(
    int films,
    int agreeing,
    double probabilityChange,
    OptionalDouble tScoreChange,
    OptionalDouble aurocChange) {

  /** Share of films that must agree. */
  public static final double LEAST_AGREEMENT = 0.99;

  /** The most a probability may move. */
  public static final double LARGEST_CHANGE = 0.05;

  /** Checks the ranges. */
  public PrecisionAgreement {
    if (films < 1 || agreeing < 0 || agreeing > films) {
      throw new IllegalArgumentException(
          "needs a film, and 0 to all that agree; found %d, %d".formatted(films, agreeing));
    }
    if (!(probabilityChange >= 0 && probabilityChange <= 1)
        || !(tScoreChange.orElse(0) >= 0)
        || !(Math.abs(aurocChange.orElse(0)) <= 1)) {
      throw new IllegalArgumentException(
          "changes of probability in [0, 1], T-score not negative, area in [-1, 1]; found %s, %s, %s"
              .formatted(probabilityChange, tScoreChange, aurocChange));
    }
    Objects.requireNonNull(tScoreChange);
    Objects.requireNonNull(aurocChange);
  }

  /** Whether the 8-bit network may stand for the other one. */
  public boolean isEnough() {
    return agreeing >= LEAST_AGREEMENT * films && probabilityChange <= LARGEST_CHANGE;
  }

  /** The figures in one line. */
  public String words() {
    StringBuilder text =
        new StringBuilder(
            "%d of %d other films decided alike, probability moved by %s at most"
                .formatted(agreeing, films, number(probabilityChange)));
    tScoreChange.ifPresent(change -> text.append(", T-score by ").append(number(change)));
    aurocChange.ifPresent(
        change -> text.append(String.format(Locale.ROOT, ", AUROC %+.4f", change)));
    return text.toString();
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.4f", value);
  }
}
