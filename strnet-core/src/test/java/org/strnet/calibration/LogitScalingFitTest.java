package org.strnet.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.strnet.provenance.BadInputException;

class LogitScalingFitTest {

  /**
   * Ten films at logit 2, eight of them positive, and ten at -2, two of them positive: the loss is
   * least where sigmoid(2 slope) = 0.8, so slope = ln(4) / 2 = 0.6931.
   */
  @Test
  void the_temperature_makes_the_probability_the_observed_frequency() {
    double[] logits = new double[20];
    boolean[] labels = new boolean[20];
    for (int i = 0; i < 20; i++) {
      logits[i] = i < 10 ? 2 : -2;
      labels[i] = i < 8 || i >= 18;
    }
    LogitScaling scaling = LogitScalingFit.of(logits, labels).temperature();
    assertThat(scaling.slope()).isCloseTo(Math.log(4) / 2, within(1e-7));
    assertThat(scaling.intercept()).isZero();
  }

  /**
   * At logit 1 three of four are positive, at logit 0 one of three: intercept ln(1/2) and slope
   * ln(3) - ln(1/2) = ln(6).
   */
  @Test
  void two_parameters_meet_two_frequencies() {
    double[] logits = {1, 1, 1, 1, 0, 0, 0};
    boolean[] labels = {true, true, true, false, true, false, false};
    LogitScaling scaling = LogitScalingFit.of(logits, labels).platt();
    assertThat(scaling.slope()).isCloseTo(Math.log(6), within(1e-6));
    assertThat(scaling.intercept()).isCloseTo(Math.log(0.5), within(1e-6));
  }

  @Test
  void a_weight_of_two_counts_like_the_film_twice() {
    LogitScaling weighted =
        new LogitScalingFit(
                new double[] {1, 1, -1, -1},
                new boolean[] {true, false, false, true},
                new double[] {2, 1, 1, 1})
            .temperature();
    LogitScaling twice =
        LogitScalingFit.of(
                new double[] {1, 1, 1, -1, -1}, new boolean[] {true, true, false, false, true})
            .temperature();
    assertThat(weighted.slope()).isCloseTo(twice.slope(), within(1e-9));
  }

  @Test
  void an_overconfident_network_gets_its_true_temperature_back() {
    SplittableRandom random = new SplittableRandom(4);
    double[] logits = new double[20_000];
    boolean[] labels = new boolean[logits.length];
    for (int i = 0; i < logits.length; i++) {
      double truth = 4 * random.nextDouble() - 2;
      labels[i] = random.nextDouble() < 1 / (1 + Math.exp(-truth));
      logits[i] = 2.5 * truth;
    }
    LogitScalingFit fit = LogitScalingFit.of(logits, labels);
    assertThat(fit.temperature().slope()).isCloseTo(0.4, within(0.02));
    assertThat(fit.platt().intercept()).isCloseTo(0, within(0.05));
    assertThat(fit.loss(fit.platt())).isLessThanOrEqualTo(fit.loss(fit.temperature()) + 1e-12);
    assertThat(fit.loss(fit.temperature())).isLessThan(fit.loss(LogitScaling.IDENTITY));
  }

  @Test
  void separated_or_reversed_labels_stop_at_the_bounds() {
    double[] logits = {1, -1};
    assertThat(LogitScalingFit.of(logits, new boolean[] {true, false}).temperature().slope())
        .isCloseTo(20, within(1e-3));
    assertThat(LogitScalingFit.of(logits, new boolean[] {false, true}).temperature().slope())
        .isCloseTo(0.05, within(1e-3));
  }

  @Test
  void one_label_alone_cannot_be_calibrated() {
    assertThatThrownBy(() -> LogitScalingFit.of(new double[] {1, 2}, new boolean[] {true, true}))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("both labels");
  }
}
