package org.strnet.training.finder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.strnet.knee.FibulaSide;
import org.strnet.training.finder.scene.FinderSample;
import org.strnet.training.finder.scene.PlacedJoint;

class JointTargetsTest {

  private static final int SIZE = 64;
  private static final int SIDE = 16;
  private static final int CELLS = SIDE * SIDE;

  private static JointTargets of(List<PlacedJoint> joints, List<PlacedJoint> unclear) {
    return JointTargets.of(new FinderSample(new float[SIZE * SIZE], SIZE, joints, unclear));
  }

  @Test
  void an_exact_joint_asks_as_worked_by_hand() {
    // pixel (30, 22) is cell (7, 5), at 7.5, 5.5 cells: no offset there; plateau 16 pixels, 4 cells
    JointTargets targets =
        of(List.of(new PlacedJoint(30, 22, 16, FibulaSide.RIGHT, true)), List.of());
    int centre = 5 * SIDE + 7;
    assertThat(targets.positive[centre]).isEqualTo(1);
    assertThat(sum(targets.positive)).isEqualTo(1);
    assertThat(targets.values[centre]).isZero();
    assertThat(targets.values[CELLS + centre]).isZero();
    assertThat(targets.values[2 * CELLS + centre]).isEqualTo((float) Math.log(4));
    assertThat(targets.values[3 * CELLS + centre]).isEqualTo(1);
    assertThat(targets.valueWeight[centre]).isEqualTo(1);
    assertThat(targets.negative[centre]).isZero();
    // the cell to the right: Gaussian of one cell at distance 1, the joint one cell to its left
    double near = Math.exp(-0.5);
    assertThat(targets.valueWeight[centre + 1]).isCloseTo((float) near, within(1e-6f));
    assertThat(targets.values[centre + 1]).isEqualTo(-1);
    assertThat(targets.negative[centre + 1])
        .isCloseTo((float) Math.pow(1 - near, 4), within(1e-6f));
    // two cells away nothing but the centre map is asked for
    assertThat(targets.valueWeight[centre + 2]).isZero();
    assertThat(targets.negative[0]).isEqualTo(1, within(1e-4f));
  }

  @Test
  void an_unknown_side_does_not_count() {
    JointTargets targets =
        of(List.of(new PlacedJoint(30, 22, 16, FibulaSide.UNKNOWN, true)), List.of());
    assertThat(sum(targets.sideWeight)).isZero();
    assertThat(sum(targets.valueWeight)).isGreaterThan(1);
  }

  @Test
  void a_joint_of_unknown_place_asks_for_an_answer_in_its_window_only() {
    // plateau 40 pixels: window of +-6 pixels around (30, 22): cells 6 to 9 and 4 to 7
    JointTargets targets =
        of(List.of(new PlacedJoint(30, 22, 40, FibulaSide.UNKNOWN, false)), List.of());
    assertThat(sum(targets.windows)).isEqualTo(16);
    assertThat(targets.windows[4 * SIDE + 6]).isEqualTo(1);
    assertThat(targets.windows[7 * SIDE + 9]).isEqualTo(1);
    assertThat(sum(targets.positive)).isZero();
    assertThat(sum(targets.valueWeight)).isZero();
    assertThat(targets.negative[4 * SIDE + 6]).isZero();
    assertThat(targets.negative[0]).isEqualTo(1);
  }

  @Test
  void around_an_unclear_joint_nothing_is_asked() {
    JointTargets targets =
        of(List.of(), List.of(new PlacedJoint(30, 22, 16, FibulaSide.LEFT, true)));
    assertThat(sum(targets.positive) + sum(targets.valueWeight) + sum(targets.windows)).isZero();
    assertThat(targets.negative[5 * SIDE + 7]).isZero();
    assertThat(targets.negative[5 * SIDE + 15]).isEqualTo(1);
  }

  @Test
  void two_joints_are_two_positives() {
    JointTargets targets =
        of(
            List.of(
                new PlacedJoint(14, 30, 16, FibulaSide.LEFT, true),
                new PlacedJoint(46, 30, 16, FibulaSide.RIGHT, true)),
            List.of());
    assertThat(sum(targets.positive)).isEqualTo(2);
    assertThat(targets.values[3 * CELLS + 7 * SIDE + 3]).isZero();
    assertThat(targets.values[3 * CELLS + 7 * SIDE + 11]).isEqualTo(1);
  }

  static float sum(float[] values) {
    float sum = 0;
    for (float value : values) {
      sum += value;
    }
    return sum;
  }
}
