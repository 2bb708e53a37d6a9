package org.strnet.server.page.study;

import java.util.Optional;
import org.strnet.server.result.KneeFinding;

/**
 * An estimated T-score on the WHO's scale (Technical Report Series 843), drawn from +1 on the left
 * to -4 on the right. Places are in percent of the scale, as SVG takes them.
 *
 * @param value in words
 * @param interval in words
 * @param at of the estimate
 * @param from left end of the interval
 * @param wide width of the interval
 * @param beyond whether estimate or interval leaves the scale
 */
record TScoreMark(
    String value, String interval, String at, String from, String wide, boolean beyond) {

  static final double HIGHEST = 1;
  static final double LOWEST = -4;

  /** The mark of a knee; none where the network estimates no T-score. */
  static Optional<TScoreMark> of(KneeFinding knee) {
    if (knee.tScore().isEmpty()) {
      return Optional.empty();
    }
    double value = knee.tScore().getAsDouble();
    boolean limited = knee.tLow().isPresent() && knee.tHigh().isPresent();
    double low = limited ? knee.tLow().getAsDouble() : value;
    double high = limited ? knee.tHigh().getAsDouble() : value;
    return Optional.of(
        new TScoreMark(
            Figures.tScore(value),
            limited
                ? "%s to %s".formatted(Figures.tScore(low), Figures.tScore(high))
                : "no interval",
            Figures.place(place(value)),
            Figures.place(place(high)),
            Figures.place(place(low) - place(high)),
            high > HIGHEST || low < LOWEST));
  }

  /** Percent of the scale from its left, or upper, end. */
  static double place(double tScore) {
    double inside = Math.max(LOWEST, Math.min(HIGHEST, tScore));
    return 100 * (HIGHEST - inside) / (HIGHEST - LOWEST);
  }
}
