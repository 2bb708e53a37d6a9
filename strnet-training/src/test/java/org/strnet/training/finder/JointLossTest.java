package org.strnet.training.finder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;
import org.strnet.knee.FibulaSide;
import org.strnet.training.finder.scene.FinderSample;
import org.strnet.training.finder.scene.PlacedJoint;
import org.strnet.training.tensor.TensorScope;
import org.strnet.training.tensor.Tensors;

class JointLossTest {

  private static final int SIZE = 32;
  private static final int SIDE = 8;
  private static final int CELLS = SIDE * SIDE;

  /** Says nowhere, so that cells without a joint cost nothing. */
  private static float[] silent() {
    float[] output = new float[5 * CELLS];
    for (int i = 0; i < CELLS; i++) {
      output[i] = -30;
    }
    return output;
  }

  private static JointBatch batch(PlacedJoint... joints) {
    return JointBatch.of(
        List.of(new FinderSample(new float[SIZE * SIZE], SIZE, List.of(joints), List.of())));
  }

  /** Centre, offset, width and side loss of one picture. */
  private static double[] losses(float[] output, JointBatch batch) {
    try (TensorScope scope = TensorScope.open()) {
      JointLoss loss = JointLoss.of(Tensors.of(output, 1, 5, SIDE, SIDE), batch);
      return new double[] {
        Tensors.item(loss.centre()),
        Tensors.item(loss.offset()),
        Tensors.item(loss.width()),
        Tensors.item(loss.side())
      };
    }
  }

  @Test
  void a_joint_of_probability_one_half_costs_a_quarter_of_ln_2() {
    // cell (3, 3), plateau of e cells so that a log width of 1 is right and 0 is wrong by 1
    double width = 4 * Math.E;
    JointBatch batch = batch(new PlacedJoint(14, 14, width, FibulaSide.RIGHT, true));
    float[] output = silent();
    output[3 * SIDE + 3] = 0;
    double[] losses = losses(output, batch);
    assertThat(losses[0]).isCloseTo(0.25 * Math.log(2), within(1e-4));
    assertThat(losses[2]).isCloseTo(1, within(1e-5));
    assertThat(losses[3]).isCloseTo(Math.log(2), within(1e-5));
  }

  @Test
  void without_a_joint_every_confident_cell_costs_and_nothing_else() {
    float[] output = silent();
    output[0] = 0;
    double[] losses = losses(output, batch());
    assertThat(losses[0]).isCloseTo(0.25 * Math.log(2), within(1e-4));
    assertThat(losses[1]).isZero();
    assertThat(losses[2]).isZero();
    assertThat(losses[3]).isZero();
  }

  @Test
  void of_a_joint_of_unknown_place_the_best_cell_of_the_window_counts() {
    JointBatch batch = batch(new PlacedJoint(16, 16, 20, FibulaSide.UNKNOWN, false));
    float[] outside = silent();
    outside[0] = 30;
    float[] inside = silent();
    inside[4 * SIDE + 4] = 30;
    assertThat(losses(inside, batch)[0]).isCloseTo(0, within(1e-6));
    assertThat(losses(outside, batch)[0]).isGreaterThan(10);
  }

  @Test
  void an_unknown_side_moves_nothing() {
    JointBatch batch = batch(new PlacedJoint(14, 14, 12, FibulaSide.UNKNOWN, true));
    try (TensorScope scope = TensorScope.open()) {
      Tensor output = Tensors.of(silent(), 1, 5, SIDE, SIDE).set_requires_grad(true);
      JointLoss.of(output, batch).total().backward();
      float[] gradient = Tensors.toArray(output.grad());
      for (int i = 4 * CELLS; i < 5 * CELLS; i++) {
        assertThat(gradient[i]).isZero();
      }
      assertThat(gradient[3 * CELLS + 3 * SIDE + 3]).isNotZero();
    }
  }
}
