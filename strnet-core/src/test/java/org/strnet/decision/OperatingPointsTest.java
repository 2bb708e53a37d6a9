package org.strnet.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.strnet.provenance.BadInputException;

class OperatingPointsTest {

  private static final OperatingPoints.Origin ORIGIN =
      new OperatingPoints.Origin("0".repeat(64), LocalDate.of(2026, 11, 23));

  /**
   * Positives at 0.9, 0.8, 0.6, 0.3; negatives at 0.7, 0.5, 0.4, 0.2, 0.1. Three of four positives
   * (0.75) need a threshold of at most 0.6, which refers one negative (0.7): specificity 4/5. The
   * next probability below 0.6 is 0.5, so the threshold is 0.55.
   */
  @Test
  void the_highest_threshold_that_keeps_the_floor_is_taken_half_way_to_the_next_film() {
    OperatingPoint point =
        choose(
            new double[] {0.9, 0.8, 0.6, 0.3, 0.7, 0.5, 0.4, 0.2, 0.1},
            4,
            ThresholdRule.POINT,
            0.7);
    assertThat(point.threshold()).isEqualTo(0.55);
    assertThat(point.sensitivity()).isEqualTo(new Proportion(3, 4));
    assertThat(point.specificity()).isEqualTo(new Proportion(4, 5));
    assertThat(point.positives()).isEqualTo(4);
    assertThat(point.negatives()).isEqualTo(5);
  }

  /** One positive of two would do, but the second costs no specificity. */
  @Test
  void a_film_with_bone_loss_that_costs_no_specificity_is_referred_too() {
    OperatingPoint point = choose(new double[] {0.9, 0.8, 0.4}, 2, ThresholdRule.POINT, 0.5);
    assertThat(point.sensitivity()).isEqualTo(new Proportion(2, 2));
    assertThat(point.threshold()).isEqualTo((0.8 + 0.4) / 2);
  }

  /** A positive and two negatives share 0.5: whoever refers the one refers the others. */
  @Test
  void equal_probabilities_are_decided_together() {
    OperatingPoint point =
        choose(new double[] {0.9, 0.5, 0.5, 0.5, 0.1}, 2, ThresholdRule.POINT, 0.86);
    assertThat(point.threshold()).isEqualTo(0.3);
    assertThat(point.specificity()).isEqualTo(new Proportion(1, 3));
  }

  @Test
  void a_sensitivity_of_exactly_the_floor_keeps_it() {
    double[] probabilities =
        DoubleStream.concat(
                DoubleStream.iterate(0.99, p -> p - 0.01).limit(43),
                DoubleStream.concat(
                    DoubleStream.of(0.5), DoubleStream.generate(() -> 0.1).limit(7)))
            .toArray();
    boolean[] loss = new boolean[51];
    Arrays.fill(loss, true);
    loss[43] = false;
    OperatingPoint point =
        OperatingPoints.choose(probabilities, loss, ThresholdRule.POINT, 0.86, ORIGIN);
    assertThat(point.sensitivity()).isEqualTo(new Proportion(43, 50));
    assertThat(point.specificity()).isEqualTo(new Proportion(1, 1));
  }

  /**
   * With all of n referred the one-sided Wilson limit is n / (n + 1.6449^2): 16 / 18.7055 = 0.8554
   * misses 0.86, 17 / 19.7055 = 0.8627 keeps it.
   */
  @Test
  void the_lower_bound_rule_needs_17_films_with_bone_loss_for_a_floor_of_86_percent() {
    assertThatThrownBy(() -> choose(falling(20), 16, ThresholdRule.LOWER_BOUND, 0.86))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("n = 16")
        .hasMessageContaining("rule lower-bound cannot keep");
    OperatingPoint point = choose(falling(20), 17, ThresholdRule.LOWER_BOUND, 0.86);
    assertThat(point.sensitivity()).isEqualTo(new Proportion(17, 17));
  }

  @Test
  void the_lower_bound_rule_refers_more_than_the_point_rule() {
    SplittableRandom random = new SplittableRandom(3);
    double[] probabilities = random.doubles(200).toArray();
    OperatingPoint point = choose(probabilities, 100, ThresholdRule.POINT, 0.86);
    OperatingPoint bound = choose(probabilities, 100, ThresholdRule.LOWER_BOUND, 0.86);
    assertThat(bound.threshold()).isLessThan(point.threshold());
    assertThat(bound.sensitivity().wilson(-1.6448536269514722)).isGreaterThanOrEqualTo(0.86);
  }

  @Test
  void one_class_alone_has_no_operating_point() {
    assertThatThrownBy(() -> choose(falling(5), 5, ThresholdRule.POINT, 0.86))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("5 with and 0 without");
    assertThatThrownBy(() -> choose(falling(5), 0, ThresholdRule.POINT, 0.86))
        .hasMessageContaining("0 with and 5 without");
  }

  @Test
  void neighbouring_doubles_leave_the_observed_value_as_threshold() {
    double low = 0.5;
    double high = Math.nextUp(low);
    OperatingPoint point = choose(new double[] {high, low}, 1, ThresholdRule.POINT, 1);
    assertThat(point.decide(high)).isEqualTo(Decision.REFER);
    assertThat(point.decide(low)).isEqualTo(Decision.NOT_FLAGGED);
  }

  /** Against every threshold there is, tried one by one. */
  @Test
  void no_other_threshold_is_better() {
    SplittableRandom random = new SplittableRandom(20);
    for (int draw = 0; draw < 500; draw++) {
      int n = 4 + random.nextInt(40);
      double[] probabilities = new double[n];
      boolean[] loss = new boolean[n];
      for (int i = 0; i < n; i++) {
        probabilities[i] = random.nextInt(12) / 11.0;
        loss[i] = i % 2 == 0;
      }
      double floor = 0.3 + 0.7 * random.nextDouble();
      OperatingPoint point =
          OperatingPoints.choose(probabilities, loss, ThresholdRule.POINT, floor, ORIGIN);
      int[] best = bruteForce(probabilities, loss, floor);
      String name = "draw %d of seed 20".formatted(draw);
      assertThat(point.specificity().successes()).as(name).isEqualTo(best[0]);
      assertThat(point.sensitivity().successes()).as(name).isEqualTo(best[1]);
      assertThat(decided(probabilities, loss, point.threshold())).as(name).isEqualTo(best);
    }
  }

  /** The highest specificity with the floor kept, then the highest sensitivity. */
  private static int[] bruteForce(double[] probabilities, boolean[] loss, double floor) {
    int[] best = {-1, -1};
    for (double threshold : probabilities) {
      int[] counts = decided(probabilities, loss, threshold);
      int positives = (loss.length + 1) / 2;
      boolean keeps = (double) counts[1] / positives >= floor;
      if (keeps && (counts[0] > best[0] || (counts[0] == best[0] && counts[1] > best[1]))) {
        best = counts;
      }
    }
    return best;
  }

  /** True negatives and true positives at a threshold. */
  private static int[] decided(double[] probabilities, boolean[] loss, double threshold) {
    int[] counts = new int[2];
    for (int i = 0; i < loss.length; i++) {
      boolean referred = probabilities[i] >= threshold;
      if (referred == loss[i]) {
        counts[loss[i] ? 1 : 0]++;
      }
    }
    return counts;
  }

  private static double[] falling(int n) {
    return DoubleStream.iterate(0.95, p -> p - 0.01).limit(n).toArray();
  }

  /** The first films have bone loss. */
  private static OperatingPoint choose(
      double[] probabilities, int positives, ThresholdRule rule, double floor) {
    boolean[] loss = new boolean[probabilities.length];
    Arrays.fill(loss, 0, positives, true);
    return OperatingPoints.choose(probabilities, loss, rule, floor, ORIGIN);
  }
}
