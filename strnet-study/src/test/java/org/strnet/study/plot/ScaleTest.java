package org.strnet.study.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class ScaleTest {

  @Test
  void ticks_are_multiples_of_1_2_or_5_and_written_alike() {
    Scale scale = Scale.around(-3.21, 0.87, 6);
    assertThat(scale.ticks()).hasSize(6);
    assertThat(scale.ticks().stream().map(scale::label))
        .containsExactly("\u22124", "\u22123", "\u22122", "\u22121", "0", "1");
    assertThat(Scale.shares().ticks().stream().map(Scale.shares()::label))
        .containsExactly("0.0", "0.2", "0.4", "0.6", "0.8", "1.0");
  }

  @Test
  void a_scale_holds_its_numbers_also_when_they_are_one() {
    for (double[] range : List.of(new double[] {3, 3}, new double[] {0, 0}, new double[] {-2, 9})) {
      Scale scale = Scale.around(range[0], range[1], 5);
      assertThat(scale.low()).isLessThanOrEqualTo(range[0]);
      assertThat(scale.high()).isGreaterThanOrEqualTo(range[1]).isGreaterThan(scale.low());
      assertThat(scale.ticks()).hasSizeBetween(2, 8);
    }
  }

  @Test
  void a_number_stands_at_its_share_of_the_way() {
    Scale scale = new Scale(-1, 3, 1);
    assertThat(scale.share(0)).isEqualTo(0.25, within(1e-12));
    assertThat(scale.within(7)).isEqualTo(3);
  }

  @Test
  void a_scale_without_length_is_refused() {
    assertThatThrownBy(() -> new Scale(1, 1, 1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Scale(0, Double.NaN, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
