package org.strnet.pixels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class GreyScalingTest {

  private static final PixelSpecification QUARTILES = new PixelSpecification(32, 1.3, 0, 25, 75);

  @Test
  void a_percentile_lies_between_its_neighbours_in_order() {
    float[] values = {40, 10, 30, 20};
    assertThat(new Percentiles(values).at(0)).isEqualTo(10);
    assertThat(new Percentiles(values).at(100)).isEqualTo(40);
    assertThat(new Percentiles(values).at(50)).isEqualTo(25);
    // position 0.1 * 3 = 0.3 between 10 and 20
    assertThat(new Percentiles(values).at(10)).isCloseTo(13, within(1e-4f));
  }

  @Test
  void percentiles_agree_with_sorting() {
    SplittableRandom random = new SplittableRandom(3);
    for (int run = 0; run < 200; run++) {
      int n = 1 + random.nextInt(300);
      int kinds = 1 + random.nextInt(400);
      float[] values = new float[n];
      for (int i = 0; i < n; i++) {
        values[i] = random.nextInt(kinds);
      }
      float[] sorted = values.clone();
      Arrays.sort(sorted);
      double percent = 100 * random.nextDouble();
      double position = percent / 100 * (n - 1);
      int below = (int) position;
      float above = sorted[Math.min(below + 1, n - 1)];
      assertThat(new Percentiles(values).at(percent))
          .as("run %d", run)
          .isCloseTo(
              (float) (sorted[below] + (position - below) * (above - sorted[below])),
              within(1e-3f));
    }
  }

  @Test
  void the_percentiles_become_minus_one_and_one() {
    // quartiles of 0, 10, 20, 30, 40 are 10 and 30
    float[] greys = {20, 0, 40, 10, 30};
    GreyScaling scaling = GreyScaling.of(greys.clone(), QUARTILES, 8).orElseThrow();
    assertThat(scaling).isEqualTo(new GreyScaling(10, 30));
    int step = GreyScaling.STEPS;
    assertThat(scaling.apply(greys))
        .containsExactly(
            (short) 0, (short) (-2 * step), (short) (2 * step), (short) -step, (short) step);
  }

  @Test
  void far_beyond_the_percentiles_values_end_at_eight() {
    short[] scaled = new GreyScaling(100, 104).apply(new float[] {0, 65535});
    assertThat(scaled).containsExactly(Short.MIN_VALUE, Short.MAX_VALUE);
  }

  @Test
  void percentiles_that_nearly_coincide_show_no_contrast() {
    assertThat(GreyScaling.of(new float[] {5, 7, 8, 5}, QUARTILES, 8)).isEmpty();
    // 16 bits: at least 64 grey values
    assertThat(GreyScaling.of(new float[] {0, 0, 63, 63}, QUARTILES, 16)).isEmpty();
    assertThat(GreyScaling.of(new float[] {0, 0, 65, 65}, QUARTILES, 16)).isPresent();
  }
}
