package org.strnet.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class DecisionTest {

  @Test
  void minus_one_is_normal_and_minus_two_and_a_half_is_osteoporosis() {
    assertThat(BoneStatus.ofTScore(-1.0)).isEqualTo(BoneStatus.NORMAL);
    assertThat(BoneStatus.ofTScore(Math.nextDown(-1.0))).isEqualTo(BoneStatus.OSTEOPENIA);
    assertThat(BoneStatus.ofTScore(Math.nextUp(-2.5))).isEqualTo(BoneStatus.OSTEOPENIA);
    assertThat(BoneStatus.ofTScore(-2.5)).isEqualTo(BoneStatus.OSTEOPOROSIS);
    assertThat(BoneStatus.ofTScore(2)).isEqualTo(BoneStatus.NORMAL);
    assertThat(BoneStatus.ofTScore(-6)).isEqualTo(BoneStatus.OSTEOPOROSIS);
    assertThatThrownBy(() -> BoneStatus.ofTScore(Double.NaN))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_probability_at_the_threshold_is_referred_and_one_below_is_not_flagged() {
    OperatingPoint point = point(0.37);
    assertThat(point.decide(0.37)).isEqualTo(Decision.REFER);
    assertThat(point.decide(Math.nextDown(0.37))).isEqualTo(Decision.NOT_FLAGGED);
    assertThatThrownBy(() -> point.decide(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void an_operating_point_outside_its_ranges_is_refused() {
    assertThatThrownBy(() -> point(1.01)).hasMessageContaining("1.01");
    assertThatThrownBy(() -> point(Double.NaN)).hasMessageContaining("NaN");
  }

  @Test
  void no_decision_is_called_negative() {
    assertThat(Decision.values())
        .extracting(Decision::code)
        .containsExactly("refer", "not_flagged");
  }

  /** 0.8 (1 - 0.25) = 0.6 and 0.8 x 0.25 = 0.2. */
  @Test
  void three_classes_come_from_two_probabilities_and_add_up_to_one() {
    ThreeClassProbabilities classes = ThreeClassProbabilities.of(0.8, 0.25);
    assertThat(classes.normal()).isCloseTo(0.2, within(1e-15));
    assertThat(classes.osteopenia()).isCloseTo(0.6, within(1e-15));
    assertThat(classes.osteoporosis()).isCloseTo(0.2, within(1e-15));
    assertThatThrownBy(() -> ThreeClassProbabilities.of(1.1, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /**
   * 8 of 10 with z = 1.96: centre (0.8 + 3.8415/20) / 1.38415 = 0.7167, half-width 1.96 sqrt(0.016
   * + 3.8415/400) / 1.38415 = 0.2266. R: {@code prop.test(8, 10, correct = FALSE)} gives 0.4901625
   * and 0.9433178.
   */
  @Test
  void a_proportion_carries_its_wilson_interval() {
    Proportion proportion = new Proportion(8, 10);
    assertThat(proportion.low()).isCloseTo(0.4901625, within(1e-7));
    assertThat(proportion.high()).isCloseTo(0.9433178, within(1e-7));
    assertThat(new Proportion(0, 10).low()).isZero();
    assertThat(new Proportion(10, 10).high()).isEqualTo(1);
    assertThatThrownBy(() -> new Proportion(0, 0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Proportion(3, 2)).isInstanceOf(IllegalArgumentException.class);
  }

  private static OperatingPoint point(double threshold) {
    return new OperatingPoint(
        threshold,
        0.86,
        ThresholdRule.POINT,
        10,
        10,
        new Proportion(9, 10),
        new Proportion(5, 10),
        "0".repeat(64),
        LocalDate.of(2026, 11, 23));
  }
}
