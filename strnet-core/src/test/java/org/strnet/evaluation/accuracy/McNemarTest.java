package org.strnet.evaluation.accuracy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.strnet.evaluation.GoldenFile;
import org.strnet.evaluation.accuracy.McNemar.Method;
import org.strnet.evaluation.estimate.Estimate;

class McNemarTest {

  private static final GoldenFile R = new GoldenFile("accuracy/tables.csv");

  @Test
  void p_values_are_those_of_r() {
    for (String pair : List.of("12_4", "5_5", "0_7", "150_110")) {
      String[] counts = pair.split("_", 2);
      McNemar test = new McNemar(40, Integer.parseInt(counts[0]), Integer.parseInt(counts[1]), 9);
      assertThat(test.p(Method.EXACT)).isCloseTo(R.get("mcnemar_exact_" + pair), within(1e-9));
      assertThat(test.p(Method.MID_P)).isCloseTo(R.get("mcnemar_mid_" + pair), within(1e-9));
      assertThat(test.p(Method.CHI_SQUARED)).isCloseTo(R.get("mcnemar_chi_" + pair), within(1e-9));
    }
  }

  /** One film on which the two part, of three: 2 x 1/2 = 1 exact, 1 - 1/2 mid-p. */
  @Test
  void series_are_counted_film_by_film() {
    McNemar test =
        McNemar.of(new boolean[] {true, true, false}, new boolean[] {true, false, false});
    assertThat(test).isEqualTo(new McNemar(1, 1, 0, 1));
    assertThat(test.p(Method.EXACT)).isEqualTo(1);
    assertThat(test.p(Method.MID_P)).isCloseTo(0.5, within(1e-15));
  }

  @Test
  void the_difference_has_agresti_and_mins_interval() {
    Estimate difference = new McNemar(40, 12, 4, 9).difference();
    assertThat(difference.value().orElseThrow()).isEqualTo(8.0 / 65);
    assertThat(difference.low().orElseThrow()).isCloseTo(R.get("difference_low"), within(1e-12));
    assertThat(difference.high().orElseThrow()).isCloseTo(R.get("difference_high"), within(1e-12));
  }

  @Test
  void series_that_never_part_show_no_difference_but_keep_an_interval() {
    McNemar same = new McNemar(10, 0, 0, 10);
    for (Method method : Method.values()) {
      assertThat(same.p(method)).isEqualTo(1);
    }
    assertThat(same.difference().value()).hasValue(0);
    assertThat(same.difference().low().orElseThrow()).isNegative();
  }

  @Test
  void no_film_gives_no_difference_and_unequal_series_are_refused() {
    McNemar none = McNemar.of(new boolean[0], new boolean[0]);
    assertThat(none.p(Method.EXACT)).isEqualTo(1);
    assertThat(none.difference().text()).startsWith("not estimable (n = 0)");
    assertThatThrownBy(() -> McNemar.of(new boolean[1], new boolean[2]))
        .hasMessage("two series of the same films, found 1 and 2");
    assertThatThrownBy(() -> new McNemar(0, 0, 0, -1)).isInstanceOf(IllegalArgumentException.class);
  }
}
