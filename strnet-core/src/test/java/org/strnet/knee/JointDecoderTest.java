package org.strnet.knee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.strnet.knee.JointPlanes.Joint;

class JointDecoderTest {

  private static final int SIZE = 64;
  private final JointDecoder decoder = new JointDecoder(0.3, 0.6);

  @Test
  void a_joint_is_read_as_worked_by_hand() {
    // 64 pixels are 16 cells; cell (3, 5) has its centre at 3.5, 5.5 cells
    float[] output = new JointPlanes(SIZE).put(3, 5, new Joint(0, 0.3, -0.5, 4, -1)).values();
    List<JointPeak> peaks = decoder.decode(output, SIZE);
    assertThat(peaks).hasSize(1);
    JointPeak peak = peaks.get(0);
    assertThat(peak.x()).isCloseTo(3.8 / 16, within(1e-6));
    assertThat(peak.y()).isCloseTo(5.0 / 16, within(1e-6));
    assertThat(peak.width()).isCloseTo(4.0 / 16, within(1e-6));
    assertThat(peak.confidence()).isCloseTo(0.5, within(1e-9));
    assertThat(peak.rightProbability()).isCloseTo(1 / (1 + Math.E), within(1e-6));
    assertThat(peak.fibulaSide()).isEqualTo(FibulaSide.LEFT);
  }

  @Test
  void nothing_above_the_confidence_gives_no_joint() {
    assertThat(decoder.decode(new JointPlanes(SIZE).values(), SIZE)).isEmpty();
    float[] weak = new JointPlanes(SIZE).put(3, 5, new Joint(-1, 0, 0, 4, 0)).values();
    assertThat(decoder.decode(weak, SIZE)).isEmpty();
  }

  @Test
  void a_cell_beside_a_higher_one_is_no_joint() {
    float[] output =
        new JointPlanes(SIZE)
            .put(7, 7, new Joint(3, 0, 0, 0.5, 0))
            .put(8, 8, new Joint(4, 0, 0, 0.5, 0))
            .values();
    assertThat(decoder.decode(output, SIZE)).extracting(JointPeak::x).containsExactly(8.5 / 16);
  }

  @Test
  void of_equal_neighbours_one_stays() {
    float[] output =
        new JointPlanes(SIZE)
            .put(0, 0, new Joint(3, 0, 0, 0.5, 0))
            .put(1, 0, new Joint(3, 0, 0, 0.5, 0))
            .values();
    assertThat(decoder.decode(output, SIZE)).extracting(JointPeak::x).containsExactly(0.5 / 16);
  }

  @Test
  void two_peaks_on_one_plateau_become_the_more_confident_one() {
    // 4 cells apart, plateaus of 8 cells: half a width, below the merge distance of 0.6
    float[] output =
        new JointPlanes(SIZE)
            .put(4, 8, new Joint(2, 0, 0, 8, 0))
            .put(8, 8, new Joint(3, 0, 0, 8, 0))
            .values();
    assertThat(decoder.decode(output, SIZE)).extracting(JointPeak::x).containsExactly(8.5 / 16);
  }

  @Test
  void two_knees_stay_two_most_confident_first() {
    float[] output =
        new JointPlanes(SIZE)
            .put(3, 8, new Joint(2, 0, 0, 5, 3))
            .put(11, 8, new Joint(3, 0, 0, 5, -3))
            .values();
    assertThat(decoder.decode(output, SIZE))
        .extracting(JointPeak::fibulaSide)
        .containsExactly(FibulaSide.LEFT, FibulaSide.RIGHT);
  }

  @Test
  void a_mirrored_film_gives_mirrored_joints() {
    JointPlanes planes =
        new JointPlanes(SIZE)
            .put(3, 8, new Joint(2, 0.25, 0.1, 5, 3))
            .put(11, 6, new Joint(3, -0.4, 0, 4, -3));
    List<JointPeak> straight = decoder.decode(planes.values(), SIZE);
    List<JointPeak> mirrored = decoder.decode(planes.mirrored(), SIZE);
    assertThat(mirrored).hasSameSizeAs(straight);
    for (int i = 0; i < straight.size(); i++) {
      assertThat(mirrored.get(i).x()).isCloseTo(1 - straight.get(i).x(), within(1e-6));
      assertThat(mirrored.get(i).y()).isEqualTo(straight.get(i).y());
      assertThat(mirrored.get(i).width()).isEqualTo(straight.get(i).width());
      assertThat(mirrored.get(i).fibulaSide()).isNotEqualTo(straight.get(i).fibulaSide());
    }
  }

  @Test
  void planes_of_another_size_are_refused_with_both_sizes() {
    assertThatThrownBy(() -> decoder.decode(new float[10], SIZE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("an input of 64 gives 1280 values, found 10");
  }
}
