package org.strnet.study.markup;

import java.util.ArrayList;
import java.util.List;
import org.strnet.evaluation.estimate.Estimate;
import org.strnet.evaluation.estimate.Interval;

/**
 * A metric on the page: every number stands in an element that names the metric ({@code
 * data-metric}) and which of its parts it is ({@code data-part}: value, low, high, n), so that page
 * and {@code metrics.json} can be compared by a machine.
 */
public final class MetricText {

  private static final String COUNT = "count";

  private final String name;
  private final Estimate estimate;
  private final String holder;

  private MetricText(String name, Estimate estimate, String holder) {
    this.name = name;
    this.estimate = estimate;
    this.holder = holder;
  }

  /** Of a metric, for text on a page. */
  public static MetricText onPage(String name, Estimate estimate) {
    return new MetricText(name, estimate, "span");
  }

  /** Of a metric, for text in a figure. */
  public static MetricText inFigure(String name, Estimate estimate) {
    return new MetricText(name, estimate, "tspan");
  }

  /** {@code 0.861}, or {@code not estimable (n = 4)}. */
  public List<Element> value() {
    return estimate.value().isPresent()
        ? List.of(part("value", digits(estimate.value().getAsDouble())))
        : List.of(plain("not estimable (n = "), n(), plain(")"));
  }

  /** {@code 0.809 to 0.906}, or nothing. */
  public List<Element> interval() {
    if (estimate.interval().isEmpty()) {
      return List.of();
    }
    Interval interval = estimate.interval().get();
    return List.of(
        part("low", digits(interval.low())), plain(" to "), part("high", digits(interval.high())));
  }

  /** The n it rests on. */
  public Element n() {
    return part("n", Digits.count(estimate.n()));
  }

  /** {@code 0.861 (0.809 to 0.906)}, or {@code not estimable (n = 4)}. */
  public List<Element> valueAndInterval() {
    List<Element> text = new ArrayList<>(value());
    if (estimate.interval().isPresent()) {
      text.add(plain(" ("));
      text.addAll(interval());
      text.add(plain(")"));
    }
    return text;
  }

  /** The same without markup. */
  public static String plain(Estimate estimate) {
    if (estimate.value().isEmpty()) {
      return "not estimable (n = %s)".formatted(Digits.count(estimate.n()));
    }
    String value = Digits.figure(estimate.value().getAsDouble());
    return estimate
        .interval()
        .map(
            range ->
                "%s (%s to %s)"
                    .formatted(value, Digits.figure(range.low()), Digits.figure(range.high())))
        .orElse(value);
  }

  private String digits(double value) {
    return estimate.method().equals(COUNT) ? Digits.count((long) value) : Digits.figure(value);
  }

  private Element part(String part, String text) {
    return Element.of(holder, text).with("data-metric", name).with("data-part", part);
  }

  private Element plain(String text) {
    return Element.of(holder, text);
  }
}
