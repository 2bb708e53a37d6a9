package org.strnet.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.strnet.provenance.BadInputException;

/** What each rule promises, held against cohorts whose truth is known. */
class ThresholdRuleTest {

  private static final OperatingPoints.Origin ORIGIN =
      new OperatingPoints.Origin("0".repeat(64), LocalDate.of(2026, 11, 25));

  private static final int COHORTS = 2000;
  private static final double FLOOR = 0.86;

  /** Three standard errors of a share of 5 % in 2,000 cohorts. */
  private static final double SLACK = 3 * Math.sqrt(0.05 * 0.95 / COHORTS);

  /** Steps to which the probabilities are rounded down; 0 leaves them as drawn. */
  private static final int AS_DRAWN = 0;

  /**
   * Over 2,000 cohorts of 100 films with and 100 without bone loss the true sensitivity at the
   * chosen threshold misses the floor about every second time by the rule point, and at most one in
   * twenty times by the others.
   */
  @Test
  void the_bounded_rules_keep_the_floor_at_the_promised_rate_and_point_does_not() {
    assertThat(missed(ThresholdRule.POINT, 0.05, AS_DRAWN)).isBetween(0.35, 0.6);
    assertThat(missed(ThresholdRule.LOWER_BOUND, 0.05, AS_DRAWN)).isLessThan(0.05 + SLACK);
    assertThat(missed(ThresholdRule.LOWER_BOUND_EXACT, 0.05, AS_DRAWN)).isLessThan(0.05 + SLACK);
    assertThat(missed(ThresholdRule.RISK_CONTROL, 0.05, AS_DRAWN)).isLessThan(0.05 + SLACK);
  }

  @Test
  void ties_do_not_break_the_promise() {
    assertThat(missed(ThresholdRule.LOWER_BOUND_EXACT, 0.05, 20)).isLessThan(0.05 + SLACK);
    assertThat(missed(ThresholdRule.RISK_CONTROL, 0.05, 20)).isLessThan(0.05 + SLACK);
  }

  /** The promise is used up: a level of 0.2 misses more often than 0.05 does, yet keeps its own. */
  @Test
  void a_higher_level_misses_more_often_and_keeps_its_own_promise() {
    assertThat(missed(ThresholdRule.RISK_CONTROL, 0.2, AS_DRAWN))
        .isBetween(0.05 + SLACK, 0.2 + 3 * Math.sqrt(0.2 * 0.8 / COHORTS));
  }

  private static double missed(ThresholdRule rule, double alpha, int steps) {
    SplittableRandom random = new SplittableRandom(86);
    int missed = 0;
    for (int cohort = 0; cohort < COHORTS; cohort++) {
      double[] probabilities = new double[200];
      boolean[] loss = new boolean[200];
      for (int film = 0; film < 200; film++) {
        loss[film] = film < 100;
        double drawn =
            loss[film] ? Math.cbrt(random.nextDouble()) : Math.pow(random.nextDouble(), 2);
        probabilities[film] = steps == AS_DRAWN ? drawn : Math.floor(steps * drawn) / steps;
      }
      OperatingPoint point =
          OperatingPoints.choose(
              probabilities, loss, new SensitivityFloor(FLOOR, rule, alpha), ORIGIN);
      missed += sensitivity(point.threshold(), steps) < FLOOR ? 1 : 0;
    }
    return (double) missed / COHORTS;
  }

  /** The truth: probabilities of films with bone loss are cube roots of uniform numbers. */
  private static double sensitivity(double threshold, int steps) {
    double from = steps == AS_DRAWN ? threshold : Math.ceil(steps * threshold - 1e-9) / steps;
    return 1 - Math.pow(from, 3);
  }

  /** The exact test says so: 0.86^17 = 0.077 is above 0.05, 0.86^20 = 0.049 is not. */
  @Test
  void the_exact_rules_need_20_films_with_bone_loss_for_a_floor_of_86_percent() {
    for (ThresholdRule rule :
        new ThresholdRule[] {ThresholdRule.LOWER_BOUND_EXACT, ThresholdRule.RISK_CONTROL}) {
      SensitivityFloor floor = new SensitivityFloor(FLOOR, rule);
      assertThat(floor.isKeptBy(new Proportion(17, 17))).isFalse();
      assertThat(floor.isKeptBy(new Proportion(20, 20))).isTrue();
      assertThatThrownBy(() -> choose(19, floor))
          .isInstanceOf(BadInputException.class)
          .hasMessageContaining(
              "the rule %s cannot keep a sensitivity of 0.86 at level 0.05 on n = 19"
                  .formatted(rule.code()));
      assertThat(choose(20, floor).sensitivity()).isEqualTo(new Proportion(20, 20));
    }
    assertThat(Math.pow(FLOOR, 20)).isCloseTo(0.04897, within(1e-5));
  }

  @Test
  void the_exact_test_and_the_clopper_pearson_limit_cross_the_floor_together() {
    for (int trials : new int[] {20, 57, 136}) {
      for (int successes = 0; successes <= trials; successes++) {
        Proportion found = new Proportion(successes, trials);
        boolean limit = found.clopperPearsonLow(0.1) >= FLOOR;
        assertThat(ThresholdRule.LOWER_BOUND_EXACT.keeps(found, FLOOR, 0.1))
            .as("%d of %d", successes, trials)
            .isEqualTo(limit);
        assertThat(ThresholdRule.RISK_CONTROL.keeps(found, FLOOR, 0.1)).isEqualTo(limit);
      }
    }
  }

  @Test
  void the_level_is_stored_with_the_point_and_must_be_one() {
    SensitivityFloor floor = new SensitivityFloor(0.5, ThresholdRule.RISK_CONTROL, 0.1);
    assertThat(choose(40, floor).asked()).isEqualTo(floor);
    assertThatThrownBy(() -> new SensitivityFloor(0.5, ThresholdRule.POINT, 0.5))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new SensitivityFloor(Double.NaN, ThresholdRule.POINT))
        .hasMessageContaining("NaN");
  }

  /** So many films with bone loss above as many without. */
  private static OperatingPoint choose(int each, SensitivityFloor floor) {
    double[] probabilities = new double[2 * each];
    boolean[] loss = new boolean[2 * each];
    for (int film = 0; film < 2 * each; film++) {
      probabilities[film] = 1 - (film + 1) / (2.0 * each + 1);
      loss[film] = film < each;
    }
    return OperatingPoints.choose(probabilities, loss, floor, ORIGIN);
  }
}
