package org.strnet.study.markup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class DigitsTest {

  @Test
  void a_figure_has_three_decimals_a_point_and_a_true_minus() {
    assertThat(Digits.figure(0.8605)).isEqualTo("0.861");
    assertThat(Digits.figure(-1.5)).isEqualTo("\u22121.500");
    assertThat(Digits.figure(-0.0004)).isEqualTo("0.000");
    assertThat(Digits.count(-3)).isEqualTo("\u22123");
  }

  @Test
  void small_p_values_are_not_zero() {
    assertThat(Digits.p(0.00001)).isEqualTo("< 0.001");
    assertThat(Digits.p(0.0344)).isEqualTo("0.034");
  }

  @Test
  void shares_of_nothing_have_no_percent() {
    assertThat(Digits.share(1, 8)).isEqualTo("1\u00a0(12.5\u00a0%)");
    assertThat(Digits.share(0, 0)).isEqualTo("0");
  }

  @Test
  void coordinates_are_short_and_finite() {
    assertThat(Digits.coordinate(12)).isEqualTo("12");
    assertThat(Digits.coordinate(-0.001)).isEqualTo("0");
    assertThat(Digits.coordinate(-3.456)).isEqualTo("-3.46");
    assertThat(Digits.coordinate(0.5)).isEqualTo("0.5");
    assertThatThrownBy(() -> Digits.coordinate(Double.NaN))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void the_machines_language_does_not_matter() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.GERMANY);
      assertThat(Digits.figure(0.5)).isEqualTo("0.500");
      assertThat(Digits.coordinate(0.25)).isEqualTo("0.25");
    } finally {
      Locale.setDefault(before);
    }
  }
}
