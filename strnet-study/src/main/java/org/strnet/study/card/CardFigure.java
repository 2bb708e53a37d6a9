package org.strnet.study.card;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.strnet.decision.Proportion;
import org.strnet.evaluation.estimate.Estimate;
import org.strnet.provenance.QuotedFigure;

/**
 * A measured figure on a card.
 *
 * @param label what was measured
 * @param value the figure; empty when it cannot be estimated
 * @param low lower limit of its 95 % interval, where there is one
 * @param high upper limit, where there is one
 * @param n films it rests on
 * @param method how it was obtained; of an absent value, why it is absent
 */
public record CardFigure(
    String label,
    Optional<Double> value,
    Optional<Double> low,
    Optional<Double> high,
    int n,
    String method) {

  /** Checks that figures are finite and that both limits stand, or neither, beside a value. */
  public CardFigure {
    boolean finite =
        value.stream().allMatch(Double::isFinite)
            && low.stream().allMatch(Double::isFinite)
            && high.stream().allMatch(Double::isFinite);
    if (!finite || low.isPresent() != high.isPresent() || (value.isEmpty() && low.isPresent())) {
      throw new IllegalArgumentException(
          "%s needs finite figures and an interval around a value, found %s, %s, %s"
              .formatted(label, value, low, high));
    }
  }

  /** A figure the bundle quotes. */
  static CardFigure of(QuotedFigure figure) {
    return new CardFigure(
        figure.name(),
        Optional.of(figure.value()),
        Optional.of(figure.low()),
        Optional.of(figure.high()),
        figure.n(),
        figure.method());
  }

  /** A metric of an evaluation. */
  static CardFigure of(String label, Estimate estimate) {
    return new CardFigure(
        label,
        boxed(estimate.value()),
        boxed(estimate.low()),
        boxed(estimate.high()),
        estimate.n(),
        estimate.method());
  }

  /** A proportion with its Wilson interval. */
  static CardFigure of(String label, Proportion proportion) {
    return new CardFigure(
        label,
        Optional.of(proportion.value()),
        Optional.of(proportion.low()),
        Optional.of(proportion.high()),
        proportion.trials(),
        "%d of %d, Wilson 95 %%".formatted(proportion.successes(), proportion.trials()));
  }

  /** The value for a reader, three decimals. */
  String valueText() {
    return value.map(CardFigure::decimals).orElse("not estimable");
  }

  /** The interval for a reader. */
  String intervalText() {
    return low.isEmpty()
        ? "none"
        : decimals(low.orElseThrow()) + " to " + decimals(high.orElseThrow());
  }

  private static Optional<Double> boxed(OptionalDouble value) {
    return value.isPresent() ? Optional.of(value.getAsDouble()) : Optional.empty();
  }

  private static String decimals(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }
}
