package org.strnet.explanation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.strnet.network.Evidence;
import org.strnet.network.FeatureMap;
import org.strnet.network.NetworkOutput;

class ClassActivationTest {

  private static final NetworkOutput OUTPUT = new NetworkOutput(0, 0, 0);

  private static HeatMap map(int height, int width, float[] activations, float... gradient) {
    FeatureMap features = new FeatureMap(gradient.length, height, width, activations);
    return ClassActivation.of(new Evidence(OUTPUT, features, gradient));
  }

  /**
   * Two channels of two cells, A = (1, 3) and (2, -4), gradient (2, -1). Cells: 2 - 2 = 0 and 6 + 4
   * = 10. Divided by the two cells the strongest adds 5 to the logit.
   */
  @Test
  void a_map_is_worked_by_hand() {
    HeatMap map = map(1, 2, new float[] {1, 3, 2, -4}, 2, -1);

    assertThat(map.values()).containsExactly(0, 1);
    assertThat(map.maximum()).isEqualTo(5);
  }

  @Test
  void what_speaks_against_bone_loss_is_zero() {
    HeatMap map = map(1, 3, new float[] {-2, 1, 4}, 3);

    assertThat(map.values()).containsExactly(0, 0.25f, 1);
    assertThat(map.maximum()).isEqualTo(4);
  }

  @Test
  void a_film_on_which_nothing_speaks_for_bone_loss_has_an_empty_map() {
    HeatMap map = map(1, 2, new float[] {1, 2}, -1);

    assertThat(map.values()).containsOnly(0);
    assertThat(map.maximum()).isZero();
  }

  /** All cells positive: their sum is the logit's linear part, the gradient times the means. */
  @Test
  void cells_add_up_to_the_gradient_times_the_pooled_features() {
    SplittableRandom random = new SplittableRandom(3);
    int channels = 5;
    int cells = 12;
    float[] activations = new float[channels * cells];
    float[] gradient = new float[channels];
    double expected = 0;
    for (int c = 0; c < channels; c++) {
      gradient[c] = (float) random.nextDouble();
      for (int i = 0; i < cells; i++) {
        activations[c * cells + i] = (float) random.nextDouble();
        expected += (double) gradient[c] * activations[c * cells + i] / cells;
      }
    }

    HeatMap map = map(3, 4, activations, gradient);

    double sum = 0;
    for (float value : map.values()) {
      sum += value * map.maximum();
    }
    assertThat(sum).isCloseTo(expected, within(1e-6));
  }
}
