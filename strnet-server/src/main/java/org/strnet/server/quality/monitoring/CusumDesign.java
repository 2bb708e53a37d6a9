package org.strnet.server.quality.monitoring;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.strnet.decision.Proportion;

/**
 * A Bernoulli CUSUM (Reynolds and Stoumbos 1999, Journal of Quality Technology 31:87): {@code S =
 * max(0, S + x - k)} for a rise, {@code S = max(0, S + k - x)} for a fall, x being 1 or 0 film by
 * film; it signals when S reaches h. The reference value is theirs,
 *
 * <p>{@code k = ln((1 - p0) / (1 - p1)) / ln(p1 (1 - p0) / (p0 (1 - p1)))},
 *
 * <p>which is that of the likelihood ratio of p1 to p0, rounded to hundredths so that {@link
 * AverageRun} is exact. The decision limit h is the lowest at which the average run to a false
 * alarm is at least what was asked for.
 *
 * <p>The rate of the reference is itself an estimate, and a chart round an estimate that chance
 * made too low signals a rise again and again. So p0 is the limit of its one-sided 90 % Wilson
 * interval on the side of the drift: in nine references of ten the true average run to a false
 * alarm is as long as stated, or longer (the guarantee of Albers and Kallenberg 2004, Metrika
 * 59:207).
 *
 * @param direction which way the rate may drift
 * @param inControl p0, the cautious rate of the reference
 * @param shifted p1, the rate it is tuned to find
 * @param reference k in hundredths
 * @param limit h in hundredths
 * @param falseAlarmRun films on average until it signals although the rate is p0
 * @param detectionRun films on average until it signals when the rate is p1 from the start
 */
public record CusumDesign(
    Direction direction,
    double inControl,
    double shifted,
    int reference,
    int limit,
    double falseAlarmRun,
    double detectionRun) {

  /** Parts of the reference value and the limit. */
  public static final int PARTS = 100;

  /** The odds of p1 are those of p0 times this, or divided by it. */
  public static final double ODDS_RATIO = 2;

  /** Films to a false alarm that are asked for, on average and for each direction. */
  public static final double FALSE_ALARM_RUN = 20_000;

  /** One-sided 90 % quantile of the standard normal distribution. */
  private static final double CAUTION = 1.2815515655446004;

  /**
   * Rates nearer to 0 or 1 than this are not charted: no whole hundredth lies between p0 and p1.
   */
  public static final double LEAST_RATE = 0.02;

  private static final int FIRST_LIMIT = 512;
  private static final int KEPT = 512;
  private static final Map<CusumDesign, CusumDesign> DESIGNS = new ConcurrentHashMap<>();

  /** The chart for a rate that is known from a reference only. */
  public static CusumDesign of(Direction direction, Proportion reference) {
    double limit = reference.wilson(direction == Direction.UP ? CAUTION : -CAUTION);
    return of(direction, Math.max(LEAST_RATE, Math.min(1 - LEAST_RATE, limit)));
  }

  /**
   * The chart for a rate that is known.
   *
   * @param rate p0, {@link #LEAST_RATE} to one minus it
   */
  public static CusumDesign of(Direction direction, double rate) {
    if (!isCharted(rate)) {
      throw new IllegalArgumentException(
          "a charted rate must be %s to %s, found %s".formatted(LEAST_RATE, 1 - LEAST_RATE, rate));
    }
    double factor = direction == Direction.UP ? ODDS_RATIO : 1 / ODDS_RATIO;
    double odds = factor * rate / (1 - rate);
    double shifted = odds / (1 + odds);
    int reference = (int) Math.round(PARTS * reference(rate, shifted));
    CusumDesign asked = new CusumDesign(direction, rate, shifted, reference, 0, 0, 0);
    if (DESIGNS.size() > KEPT) {
      DESIGNS.clear();
    }
    return DESIGNS.computeIfAbsent(asked, CusumDesign::limited);
  }

  /** Whether there is a chart for a rate. */
  public static boolean isCharted(double rate) {
    return rate >= LEAST_RATE && rate <= 1 - LEAST_RATE;
  }

  /** The reference value of two rates. */
  static double reference(double inControl, double shifted) {
    return Math.log((1 - inControl) / (1 - shifted))
        / Math.log(shifted * (1 - inControl) / (inControl * (1 - shifted)));
  }

  /** The logarithm of the run grows almost evenly with the limit: a line through it finds it. */
  private CusumDesign limited() {
    double wanted = Math.log(FALSE_ALARM_RUN);
    int low = 0;
    double below = 0;
    int high = FIRST_LIMIT;
    double above = Math.log(run(inControl, high));
    while (above < wanted) {
      low = high;
      below = above;
      high *= 2;
      above = Math.log(run(inControl, high));
    }
    while (high - low > 1) {
      int guess = low + (int) Math.ceil((high - low) * (wanted - below) / (above - below));
      int middle = Math.max(low + 1, Math.min(high - 1, guess));
      double found = Math.log(run(inControl, middle));
      if (found >= wanted) {
        high = middle;
        above = found;
      } else {
        low = middle;
        below = found;
      }
    }
    return new CusumDesign(
        direction, inControl, shifted, reference, high, run(inControl, high), run(shifted, high));
  }

  private double run(double rate, int candidate) {
    return direction == Direction.UP
        ? AverageRun.of(rate, PARTS - reference, reference, candidate)
        : AverageRun.of(1 - rate, reference, PARTS - reference, candidate);
  }

  /** The sums film by film, in hundredths. */
  int[] sums(boolean[] films) {
    int[] sums = new int[films.length];
    int sum = 0;
    for (int i = 0; i < films.length; i++) {
      int step = (films[i] ? PARTS : 0) - reference;
      sum = Math.max(0, sum + (direction == Direction.UP ? step : -step));
      sums[i] = sum;
    }
    return sums;
  }
}
