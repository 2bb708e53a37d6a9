package org.strnet.dataset;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * How a study uses a film.
 *
 * @param weight trust in its labels, 0 to 1
 * @param usable whether it is used at all
 * @param fold fold of a cross-validation, from 0, if assigned
 * @param split part of a fixed division, if assigned
 */
public record FilmUse(double weight, boolean usable, OptionalInt fold, Optional<Split> split) {

  /** Full trust, usable, in no fold and no split. */
  public static final FilmUse DEFAULT = new FilmUse(1, true, OptionalInt.empty(), Optional.empty());

  /** Checks the ranges. */
  public FilmUse {
    if (!(weight >= 0 && weight <= 1)) {
      throw new IllegalArgumentException("weight must be in [0, 1], found " + weight);
    }
    if (fold.isPresent() && fold.getAsInt() < 0) {
      throw new IllegalArgumentException("fold must be 0 or more, found " + fold.getAsInt());
    }
  }
}
