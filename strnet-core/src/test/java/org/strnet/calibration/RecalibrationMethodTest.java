package org.strnet.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.strnet.evaluation.StatisticsGolden;
import org.strnet.provenance.BadInputException;

class RecalibrationMethodTest {

  private static final double[] LOGITS = StatisticsGolden.logits();
  private static final boolean[] LABELS = StatisticsGolden.labels();

  @Test
  void intercept_and_slope_are_those_of_r() {
    LogitScaling intercept =
        (LogitScaling) RecalibrationMethod.INTERCEPT.fit(LogitScaling.IDENTITY, LOGITS, LABELS);
    LogitScaling temperature =
        (LogitScaling) RecalibrationMethod.TEMPERATURE.fit(LogitScaling.IDENTITY, LOGITS, LABELS);
    LogitScaling platt =
        (LogitScaling) RecalibrationMethod.PLATT.fit(LogitScaling.IDENTITY, LOGITS, LABELS);
    assertThat(intercept.slope()).isEqualTo(1);
    assertThat(intercept.intercept()).isCloseTo(StatisticsGolden.r("in_the_large"), within(1e-7));
    assertThat(temperature.slope()).isCloseTo(StatisticsGolden.r("temperature"), within(1e-6));
    assertThat(platt.slope()).isCloseTo(StatisticsGolden.r("slope"), within(1e-6));
    assertThat(platt.intercept()).isCloseTo(StatisticsGolden.r("intercept"), within(1e-6));
  }

  /** The intercept's likelihood equation is that the mean probability is the frequency. */
  @ParameterizedTest
  @EnumSource(names = {"INTERCEPT", "PLATT"})
  void the_mean_probability_becomes_the_frequency(RecalibrationMethod method) {
    CalibrationMap map = method.fit(new LogitScaling(0.7, 3), LOGITS, LABELS);
    double mean = Arrays.stream(LOGITS).map(map::probability).average().orElseThrow();
    long positives = 0;
    for (boolean label : LABELS) {
      positives += label ? 1 : 0;
    }
    assertThat(mean).isCloseTo(positives / (double) LABELS.length, within(1e-9));
  }

  @Test
  void an_isotonic_map_has_no_slope_to_keep() {
    CalibrationMap before = IsotonicMap.fit(LOGITS, LABELS);
    assertThatThrownBy(() -> RecalibrationMethod.INTERCEPT.fit(before, LOGITS, LABELS))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("no slope to keep");
    assertThat(RecalibrationMethod.PLATT.fit(before, LOGITS, LABELS))
        .isInstanceOf(LogitScaling.class);
  }

  @ParameterizedTest
  @EnumSource
  void films_of_one_label_are_refused(RecalibrationMethod method) {
    assertThatThrownBy(
            () ->
                method.fit(LogitScaling.IDENTITY, new double[] {1, 2}, new boolean[] {true, true}))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("both labels");
  }
}
