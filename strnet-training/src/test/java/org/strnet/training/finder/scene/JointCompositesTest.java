package org.strnet.training.finder.scene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.strnet.knee.FibulaSide;

class JointCompositesTest {

  private static final int SIZE = 64;
  private static final FinderFilm KNEE =
      SceneTest.film(100, 200, List.of(new PlacedJoint(50, 80, 40, FibulaSide.LEFT, true)));
  private static final FinderFilm CROP =
      SceneTest.film(64, 64, List.of(new PlacedJoint(32, 38, 49, FibulaSide.UNKNOWN, false)));
  private static final FinderFilm OTHER = SceneTest.film(120, 90, List.of());

  private static JointComposites pictures(long seed) {
    FinderFilms films = new FinderFilms(List.of(KNEE), List.of(CROP), List.of(), List.of(OTHER));
    return new JointComposites(films, seed, SIZE, 2.6);
  }

  @Test
  void a_numbered_picture_is_always_the_same() {
    FinderSample once = pictures(5).sample(17);
    JointComposites again = pictures(5);
    again.sample(3);
    assertThat(again.sample(17).film()).containsExactly(once.film());
    assertThat(again.sample(17).joints()).isEqualTo(once.joints());
    assertThat(pictures(6).sample(17).film()).isNotEqualTo(once.film());
    assertThat(pictures(5).sample(18).film()).isNotEqualTo(once.film());
  }

  @Test
  void pictures_are_scaled_and_show_none_one_or_two_joints() {
    JointComposites pictures = pictures(1);
    List<FinderSample> samples = IntStream.range(0, 300).mapToObj(pictures::sample).toList();
    for (FinderSample sample : samples) {
      for (float value : sample.film()) {
        assertThat(value).isBetween(-1f, 1f);
      }
    }
    long[] counts = new long[3];
    samples.forEach(sample -> counts[sample.joints().size()]++);
    assertThat(counts[0]).isBetween(90L, 200L);
    assertThat(counts[1]).isBetween(90L, 200L);
    assertThat(counts[2]).isBetween(8L, 60L);
  }

  @Test
  void some_joints_are_known_on_average_only() {
    JointComposites pictures = pictures(1);
    List<PlacedJoint> joints =
        IntStream.range(0, 200)
            .mapToObj(pictures::sample)
            .flatMap(sample -> sample.joints().stream())
            .toList();
    assertThat(joints).anyMatch(joint -> !joint.exact()).anyMatch(PlacedJoint::exact);
    assertThat(joints)
        .filteredOn(joint -> !joint.exact())
        .allMatch(joint -> joint.side() == FibulaSide.UNKNOWN);
  }

  @Test
  void a_training_without_any_exact_joint_is_refused() {
    assertThatThrownBy(() -> new FinderFilms(List.of(), List.of(CROP), List.of(), List.of(OTHER)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("at least one film with an exact joint is needed");
  }

  @Test
  void crops_with_dark_bone_are_left_out() {
    byte[] dark = new byte[64 * 64];
    for (int i = 0; i < dark.length; i++) {
      dark[i] = (byte) (63 - i % 64);
    }
    FinderFilm negative =
        new FinderFilm("negative", ReducedFilm.owning(64, 64, dark), CROP.joints());
    assertThat(MeanPicture.withoutNegatives(List.of(CROP, negative, CROP)))
        .containsExactly(CROP, CROP);
  }

  @Test
  void a_blurred_edge_enhanced_picture_keeps_its_mean_where_it_is_even() {
    float[] even = new float[SIZE * SIZE];
    Arrays.fill(even, 0.4f);
    FilmTone.unsharp(even, SIZE, 3, 2);
    assertThat(even).containsOnly(0.4f);
    float[] step = new float[SIZE * SIZE];
    for (int i = 0; i < step.length; i++) {
      step[i] = i % SIZE < SIZE / 2 ? 0 : 1;
    }
    FilmTone.unsharp(step, SIZE, 1, 1);
    // the last dark column: its mean of three is 1/3, so it becomes -1/3
    assertThat(step[10 * SIZE + SIZE / 2 - 1]).isCloseTo(-1 / 3f, within(1e-5f));
  }
}
