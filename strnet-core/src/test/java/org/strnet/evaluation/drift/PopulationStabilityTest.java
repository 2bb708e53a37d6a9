package org.strnet.evaluation.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PopulationStabilityTest {

  /**
   * Two bins, 4 and 4 against 1 and 7: with half a film added the shares are 1/2, 1/2 and 1/6, 5/6;
   * (1/6 - 1/2) ln(1/3) + (5/6 - 1/2) ln(5/3) = (ln 3 + ln 5/3) / 3 = ln 5 / 3.
   */
  @Test
  void the_index_of_two_bins_is_worked_by_hand() {
    double[] reference = {0.1, 0.2, 0.3, 0.4, 0.6, 0.7, 0.8, 0.9};
    double[] current = {0.1, 0.5, 0.6, 0.6, 0.7, 0.7, 0.8, 0.9};

    PopulationStability index = PopulationStability.of(reference, current, 2);

    assertThat(index.edges()).containsExactly(0.5);
    assertThat(index.current()).containsExactly(1, 7);
    assertThat(index.index()).isCloseTo(Math.log(5) / 3, within(1e-12));
    assertThat(index.isShift()).isFalse();
  }

  /**
   * R 4.2:
   *
   * <pre>
   * ref = (((0:99) * 37) %% 101) / 101; cur = (((0:79) * 53) %% 97)^2 / 97^2
   * q = quantile(ref, (1:9) / 10, names = FALSE)
   * e = table(factor(findInterval(ref, q), 0:9)); a = table(factor(findInterval(cur, q), 0:9))
   * E = (e + .5) / 105; A = (a + .5) / 85
   * print(sum((A - E) * log(A / E)), digits = 15)
   * print(qchisq(.99, 9) * (1 / 100 + 1 / 80), digits = 15)
   * </pre>
   */
  @Test
  void the_index_of_ten_bins_agrees_with_r() {
    double[] reference = IntStream.range(0, 100).mapToDouble(i -> i * 37 % 101 / 101.0).toArray();
    double[] current =
        IntStream.range(0, 80).mapToDouble(i -> Math.pow(i * 53 % 97, 2) / (97 * 97)).toArray();

    PopulationStability index = PopulationStability.of(reference, current, 10);

    assertThat(index.reference()).containsOnly(10);
    assertThat(index.current()).containsExactly(27, 10, 7, 8, 6, 5, 4, 6, 3, 4);
    assertThat(index.index()).isCloseTo(0.408935230371224, within(1e-12));
    assertThat(index.chanceLimit()).isCloseTo(0.487484872502893, within(1e-12));
    assertThat(index.isShift()).as("large, but so is chance on so few films").isFalse();
  }

  @Test
  void the_same_scores_have_an_index_of_nothing() {
    double[] scores = IntStream.range(0, 300).mapToDouble(i -> i / 300.0).toArray();

    assertThat(PopulationStability.of(scores, scores, 10).index()).isZero();
  }
}
