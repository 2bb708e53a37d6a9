package org.strnet.study.plot;

import java.util.ArrayList;
import java.util.List;
import org.strnet.study.markup.Digits;

/**
 * Numbers along an axis.
 *
 * @param low at its start, finite
 * @param high at its end, above low
 * @param step between two ticks, 1, 2 or 5 times a power of ten
 */
public record Scale(double low, double high, double step) {

  private static final int MOST_DECIMALS = 3;

  /** Checks the order. */
  public Scale {
    if (!(low < high) || !Double.isFinite(high - low) || !(step > 0)) {
      throw new IllegalArgumentException(
          "a scale runs from low to high, found %s to %s by %s".formatted(low, high, step));
    }
  }

  /** Shares from 0 to 1. */
  public static Scale shares() {
    return new Scale(0, 1, 0.2);
  }

  /**
   * A scale that holds some numbers and ends on ticks.
   *
   * @param low the lowest number
   * @param high the highest number; the same as the lowest is widened
   * @param ticks about how many steps, at least 1
   */
  public static Scale around(double low, double high, int ticks) {
    double widened = high > low ? high - low : Math.max(1, Math.abs(high));
    double step = niceStep(widened / ticks);
    double start = step * Math.floor(low / step);
    double end = step * Math.ceil(high / step);
    return new Scale(start, end > start ? end : start + step, step);
  }

  /** A scale with given ends whose ticks fall on nice numbers. */
  public static Scale between(double low, double high, int ticks) {
    return new Scale(low, high, niceStep((high - low) / ticks));
  }

  private static double niceStep(double rough) {
    double power = Math.pow(10, Math.floor(Math.log10(rough)));
    for (int factor : new int[] {1, 2, 5}) {
      if (factor * power >= rough * 0.999) {
        return factor * power;
      }
    }
    return 10 * power;
  }

  /** Ticks within the scale, multiples of the step. */
  public List<Double> ticks() {
    List<Double> ticks = new ArrayList<>();
    long first = (long) Math.ceil(low / step - 1e-6);
    long last = (long) Math.floor(high / step + 1e-6);
    for (long i = first; i <= last; i++) {
      ticks.add(i * step);
    }
    return ticks;
  }

  /** A tick as it is written, with as many decimals as the step needs. */
  public String label(double tick) {
    int decimals = 0;
    double scaled = step;
    while (decimals < MOST_DECIMALS && Math.abs(scaled - Math.rint(scaled)) > 1e-6) {
      scaled *= 10;
      decimals++;
    }
    return Digits.decimals(tick, decimals);
  }

  /** Where a number stands: 0 at the start, 1 at the end. */
  public double share(double value) {
    return (value - low) / (high - low);
  }

  /** The number, or the end that is nearest to it. */
  public double within(double value) {
    return Math.max(low, Math.min(high, value));
  }
}
