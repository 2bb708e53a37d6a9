package org.strnet.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ConformalIntervalTest {

  /** n = 9, coverage 0.8: the 8th smallest of 0.1, ..., 0.9 is 0.8. */
  @Test
  void the_half_width_is_the_stated_order_statistic_of_the_absolute_residuals() {
    double[] residuals = {0.9, -0.1, 0.5, -0.7, 0.3, 0.2, -0.8, 0.4, 0.6};
    assertThat(ConformalInterval.ofResiduals(residuals, 0.8))
        .isEqualTo(new ConformalInterval(0.8, 0.8, 9));
    assertThat(ConformalInterval.ofResiduals(residuals, 0.9).halfWidth()).isEqualTo(0.9);
  }

  /** Coverage 0.9 needs ceil(0.9 (n + 1)) of at most n, so n of at least 9. */
  @Test
  void too_few_films_give_an_infinite_interval_and_not_a_guess() {
    assertThat(ConformalInterval.ofResiduals(new double[8], 0.9).halfWidth())
        .isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(ConformalInterval.ofResiduals(new double[9], 0.9).halfWidth()).isZero();
    assertThat(ConformalInterval.ofResiduals(new double[0], 0.5).halfWidth())
        .isEqualTo(Double.POSITIVE_INFINITY);
  }

  /** In doubles 100 x 0.55 is 55.00000000000001; the 55th, not the 56th, is meant. */
  @Test
  void a_whole_rank_is_not_rounded_up() {
    double[] residuals = IntStream.rangeClosed(1, 99).asDoubleStream().toArray();
    assertThat(ConformalInterval.ofResiduals(residuals, 0.55).halfWidth()).isEqualTo(55);
  }

  @Test
  void a_residual_that_is_no_number_is_refused() {
    assertThatThrownBy(() -> ConformalInterval.ofResiduals(new double[] {Double.NaN}, 0.9))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /**
   * Over 4000 draws of 50 calibration films and one more film, coverage 0.9: the expected share is
   * 46/51 = 0.902 (the order statistic is the 46th of 51), its standard error 0.0047.
   */
  @Test
  void the_stated_share_of_new_films_is_covered() {
    SplittableRandom random = new SplittableRandom(9);
    int covered = 0;
    for (int draw = 0; draw < 4000; draw++) {
      double[] residuals = new double[50];
      for (int i = 0; i < residuals.length; i++) {
        residuals[i] = random.nextDouble() * random.nextDouble() * 4 - 1;
      }
      double another = random.nextDouble() * random.nextDouble() * 4 - 1;
      double half = ConformalInterval.ofResiduals(residuals, 0.9).halfWidth();
      covered += Math.abs(another) <= half ? 1 : 0;
    }
    assertThat(covered / 4000.0).isBetween(0.888, 0.916);
  }
}
