package org.strnet.explanation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.strnet.pixels.Crop;

class HeatMapTest {

  private static final HeatMap LEFT_TO_RIGHT = new HeatMap(1, 2, new float[] {0, 1}, 1);

  @Test
  void between_the_centres_of_cells_values_are_bilinear() {
    HeatMap map = new HeatMap(2, 2, new float[] {0, 1, 0.5f, 0.5f}, 1);

    assertThat(map.at(0.25, 0.25)).isEqualTo(0);
    assertThat(map.at(0.75, 0.25)).isEqualTo(1);
    assertThat(map.at(0.5, 0.25)).isEqualTo(0.5f);
    assertThat(map.at(0.25, 0.5)).isEqualTo(0.25f);
  }

  @Test
  void beyond_the_outer_cells_values_stay() {
    assertThat(LEFT_TO_RIGHT.at(0, 0)).isEqualTo(0);
    assertThat(LEFT_TO_RIGHT.at(1, 1)).isEqualTo(1);
  }

  @Test
  void upsampling_takes_the_centres_of_pixels() {
    assertThat(LEFT_TO_RIGHT.upsampled(4))
        .containsExactly(
            0, 0.25f, 0.75f, 1, 0, 0.25f, 0.75f, 1, 0, 0.25f, 0.75f, 1, 0, 0.25f, 0.75f, 1);
  }

  @Test
  void values_above_one_and_a_negative_maximum_are_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new HeatMap(1, 1, new float[] {1.5f}, 1))
        .withMessageContaining("1.5");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new HeatMap(1, 1, new float[] {1}, -1))
        .withMessageContaining("-1.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new HeatMap(1, 1, new float[] {Float.NaN}, 1))
        .withMessageContaining("NaN");
  }

  @Test
  void a_map_lies_on_the_film_where_its_crop_was_cut() {
    ExplainedKnee knee = new ExplainedKnee(new Crop(100, 50, 40, false), LEFT_TO_RIGHT);

    assertThat(knee.heatAt(110, 70)).isEqualTo(0);
    assertThat(knee.heatAt(130, 70)).isEqualTo(1);
    assertThat(knee.covers(99, 70)).isFalse();
    assertThat(knee.covers(101, 51)).isTrue();
    assertThat(knee.isFrame(101, 70, 2)).isTrue();
    assertThat(knee.isFrame(103, 70, 2)).isFalse();
  }

  @Test
  void the_map_of_a_mirrored_crop_is_mirrored_back() {
    ExplainedKnee knee = new ExplainedKnee(new Crop(100, 50, 40, true), LEFT_TO_RIGHT);

    assertThat(knee.heatAt(110, 70)).isEqualTo(1);
    assertThat(knee.heatAt(130, 70)).isEqualTo(0);
  }
}
