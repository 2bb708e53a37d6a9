package org.strnet.server.quality.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.strnet.decision.Proportion;

/**
 * Runs against R 4.2:
 *
 * <pre>
 * arl = function(p, up, down, h) {
 *   Q = matrix(0, h, h)
 *   for (i in 0:(h - 1)) {
 *     if (i + up &lt; h) Q[i + 1, i + up + 1] = Q[i + 1, i + up + 1] + p
 *     j = max(0, i - down); Q[i + 1, j + 1] = Q[i + 1, j + 1] + 1 - p
 *   }
 *   solve(diag(h) - Q, rep(1, h))[1]
 * }
 * print(c(arl(.3, 7, 3, 20), arl(.2, 74, 26, 400), arl(1 / 3, 74, 26, 400)), digits = 15)
 * </pre>
 */
class CusumTest {

  /**
   * Steps of one up and one down, limit 2: L0 = 1 + p L1 + q L0 and L1 = 1 + q L0 give L0 = (1 + p)
   * / p^2, at p = 1/2 six films: the wait for two rises in a row.
   */
  @Test
  void two_rises_in_a_row_of_even_odds_take_six_films() {
    assertThat(AverageRun.of(0.5, 1, 1, 2)).isCloseTo(6, within(1e-12));
    assertThat(AverageRun.of(0.2, 1, 1, 2)).isCloseTo(1.2 / 0.04, within(1e-10));
  }

  @Test
  void a_limit_of_one_rise_waits_for_the_first_one() {
    assertThat(AverageRun.of(0.25, 3, 1, 1)).isCloseTo(4, within(1e-12));
  }

  @Test
  void runs_agree_with_r() {
    assertThat(AverageRun.of(0.3, 7, 3, 20)).isCloseTo(26.8292895021759, within(1e-10));
    assertThat(AverageRun.of(0.2, 74, 26, 400)).isCloseTo(366.193322690687, within(1e-8));
    assertThat(AverageRun.of(1.0 / 3, 74, 26, 400)).isCloseTo(42.1431787935770, within(1e-9));
  }

  /** p0 = 1/5 has odds 1/4, p1 = 1/3 has odds 1/2: k = ln(0.8 / (2/3)) / ln 2 = ln 1.2 / ln 2. */
  @Test
  void the_reference_value_is_that_of_the_likelihood_ratio() {
    assertThat(CusumDesign.reference(0.2, 1.0 / 3))
        .isCloseTo(Math.log(1.2) / Math.log(2), within(1e-12));
  }

  /** The lowest limit at which arl is 20,000 or more, found in R by halving: 969. */
  @Test
  void the_decision_limit_agrees_with_r() {
    CusumDesign design = CusumDesign.of(Direction.UP, 0.2);

    assertThat(design.shifted()).isCloseTo(1.0 / 3, within(1e-12));
    assertThat(design.reference()).isEqualTo(26);
    assertThat(design.limit()).isEqualTo(969);
    assertThat(design.falseAlarmRun()).isCloseTo(20112.8497826414, within(1e-5));
    assertThat(design.detectionRun()).isCloseTo(119.079963141232, within(1e-8));
  }

  @Test
  void a_fall_is_charted_as_the_rise_of_what_is_not_referred() {
    CusumDesign rise = CusumDesign.of(Direction.UP, 0.2);
    CusumDesign fall = CusumDesign.of(Direction.DOWN, 0.8);

    assertThat(fall.reference()).isEqualTo(100 - rise.reference());
    assertThat(fall.limit()).isEqualTo(rise.limit());
    assertThat(fall.shifted()).isCloseTo(1 - rise.shifted(), within(1e-12));
  }

  /** k = 0.26: yes adds 0.74, no takes 0.26 away, never below 0. */
  @Test
  void sums_go_up_by_one_less_k_and_down_by_k() {
    CusumPath path =
        CusumPath.of(
            CusumDesign.of(Direction.UP, 0.2), new boolean[] {false, true, true, false, false});

    assertThat(path.sums()).containsExactly(0, 0.74, 1.48, 1.22, 0.96);
    assertThat(path.firstSignal()).isEmpty();
  }

  /** 0.74 a film reaches 9.69 with the fourteenth: 13 x 0.74 = 9.62, 14 x 0.74 = 10.36. */
  @Test
  void a_run_of_referred_films_signals_and_is_dated_to_its_first_film() {
    boolean[] films = new boolean[24];
    Arrays.fill(films, 5, 24, true);

    CusumPath path = CusumPath.of(CusumDesign.of(Direction.UP, 0.2), films);

    assertThat(path.excursions()).containsExactly(new CusumPath.Excursion(5, 18));
    assertThat(path.firstSignal()).hasValue(18);
    assertThat(path.isOut()).isTrue();
  }

  @Test
  void a_rate_that_is_only_estimated_is_charted_at_its_cautious_limit() {
    Proportion reference = new Proportion(60, 300);

    assertThat(CusumDesign.of(Direction.UP, reference).inControl()).isBetween(0.22, 0.24);
    assertThat(CusumDesign.of(Direction.DOWN, reference).inControl()).isBetween(0.16, 0.18);
  }

  @Test
  void a_rate_without_a_whole_hundredth_above_it_is_refused() {
    assertThatIllegalArgumentException().isThrownBy(() -> CusumDesign.of(Direction.UP, 0.01));
  }
}
