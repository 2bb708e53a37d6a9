package org.strnet.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.strnet.network.Evidence;
import org.strnet.network.FeatureMap;
import org.strnet.network.NetworkOutput;

class SignedMapTest {

  private static SignedMap map(double... cells) {
    return new SignedMap(1, cells.length, cells);
  }

  @Test
  void a_cell_has_the_sum_of_gradient_times_activation_over_the_number_of_cells() {
    // Two channels of 1 x 2 cells, gradients 2 and -1: (2 * 1 - 3) / 2 and (2 * 5 - 4) / 2.
    SignedMap map =
        SignedMap.of(
            new Evidence(
                new NetworkOutput(0, 0, 0),
                new FeatureMap(2, 1, 2, new float[] {1, 5, 3, 4}),
                new float[] {2, -1}));
    assertThat(map.cells()).containsExactly(-0.5, 3);
    assertThat(map.fromHighest()).containsExactly(1, 0);
  }

  @Test
  void rank_correlation_is_that_of_the_order_alone() {
    SignedMap rising = map(1, 2, 30, 400);
    assertThat(rising.rankCorrelation(map(-4, -3, -2, 9))).isCloseTo(1, within(1e-12));
    assertThat(rising.rankCorrelation(map(4, 3, 2, 1))).isCloseTo(-1, within(1e-12));
    // Ranks 1 0 3 2 against 0 1 2 3: 1 - 6 * 4 / (4 * 15) = 0.6.
    assertThat(rising.rankCorrelation(map(2, 1, 4, 3))).isCloseTo(0.6, within(1e-12));
    assertThat(rising.rankCorrelation(map(7, 7, 7, 7))).isZero();
  }
}
