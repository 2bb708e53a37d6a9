package org.strnet.pixels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class KneePatchTest {

  private static final int STEPS = GreyScaling.STEPS;

  /** A ramp along x, from cell 0 at -1 in steps of 0.1, steeper along y by 0.01: 12 x 12 cells. */
  private static KneePatch ramp() {
    short[] cells = new short[12 * 12];
    for (int i = 0; i < cells.length; i++) {
      int row = i / 12;
      cells[i] = (short) Math.round((-1 + 0.1 * (i % 12) + 0.01 * row) * STEPS);
    }
    return new KneePatch(8, 2, cells);
  }

  private static double at(double x, double y) {
    return -1 + 0.1 * (x + 2) + 0.01 * (y + 2);
  }

  @Test
  void no_placement_is_the_crop_itself() {
    KneePatch patch = ramp();
    assertThat(patch.input(Placement.NONE)).isEqualTo(patch.input());
    assertThat(patch.input()[0]).isCloseTo((float) at(0, 0), within(1e-3f));
    assertThat(patch.input()[8 * 3 + 5]).isCloseTo((float) at(5, 3), within(1e-3f));
  }

  @Test
  void a_placement_that_moves_nothing_agrees_with_none() {
    KneePatch patch = ramp();
    assertThat(patch.input(new Placement(0, 0, 1, 360, false)))
        .containsExactly(patch.input(), within(1e-4f));
  }

  @Test
  void a_shift_is_a_fraction_of_the_crop() {
    // 1/8 of the side is one cell
    float[] moved = ramp().input(new Placement(1 / 8.0, -1 / 8.0, 1, 0, false));
    assertThat(moved[8 * 3 + 4]).isCloseTo((float) at(5, 2), within(1e-3f));
  }

  @Test
  void half_a_cell_lies_between_its_neighbours() {
    float[] moved = ramp().input(new Placement(1 / 16.0, 0, 1, 0, false));
    assertThat(moved[8 * 3 + 4]).isCloseTo((float) at(4.5, 3), within(1e-3f));
  }

  @Test
  void a_larger_scale_shows_more() {
    // centre of the crop at 3.5; cell 7 lies 3.5 cells from it, doubled 7, but the patch ends at 9
    float[] wide = ramp().input(new Placement(0, 0, 1.5, 0, false));
    assertThat(wide[8 * 4 + 7]).isCloseTo((float) at(3.5 + 1.5 * 3.5, 4.25), within(1e-3f));
  }

  @Test
  void a_square_turned_clockwise_by_a_right_angle_reads_downwards() {
    float[] turned = ramp().input(new Placement(0, 0, 1, 90, false));
    // along its row the turned square walks down the patch
    assertThat(turned[1] - turned[0]).isCloseTo(0.01f, within(1e-3f));
    assertThat(turned[0]).isCloseTo((float) at(7, 0), within(1e-3f));
  }

  @Test
  void a_mirrored_placement_exchanges_left_and_right() {
    float[] mirrored = ramp().input(new Placement(0, 0, 1, 0, true));
    assertThat(mirrored[8 * 2 + 1]).isCloseTo((float) at(6, 2), within(1e-3f));
  }

  @Test
  void beyond_the_patch_its_border_goes_on() {
    float[] moved = ramp().input(new Placement(1, 0, 1, 0, false));
    assertThat(moved[7]).isCloseTo((float) at(9, 0), within(1e-3f));
    assertThat(moved[7]).isEqualTo(moved[6]);
  }

  @Test
  void values_beyond_the_percentiles_are_kept_until_they_are_clamped() {
    short[] cells = new short[12 * 12];
    Arrays.fill(cells, (short) (3 * STEPS));
    KneePatch patch = new KneePatch(8, 2, cells);
    assertThat(patch.unclampedInput()).containsOnly(3f);
    assertThat(patch.input()).containsOnly(1f);
  }

  @Test
  void a_placement_out_of_range_is_the_callers_mistake() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Placement(0, 0, 5, 0, false))
        .withMessageContaining("found 5.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Placement(Double.NaN, 0, 1, 0, false));
  }
}
