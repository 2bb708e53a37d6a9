package org.strnet.training.finder.scene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.strnet.knee.FibulaSide;
import org.strnet.knee.FilmWindow;
import org.strnet.radiograph.Radiograph;

class SceneTest {

  private static final PlacedJoint JOINT = new PlacedJoint(50, 80, 40, FibulaSide.LEFT, true);

  /** 100 x 200 pixels, each as bright as its column. */
  private static final FinderFilm FILM = film(100, 200, List.of(JOINT));

  static FinderFilm film(int width, int height, List<PlacedJoint> joints) {
    byte[] grey = new byte[width * height];
    for (int i = 0; i < grey.length; i++) {
      grey[i] = (byte) (i % width);
    }
    return new FinderFilm("ramp", ReducedFilm.owning(width, height, grey), joints);
  }

  static Scene asItIs(FinderFilm film) {
    Scene.Layer layer = new Scene.Layer(film.film(), Placement.identity(), Area.of(film.film()));
    return new Scene(film.film().width(), film.film().height(), 0, List.of(layer), film.joints());
  }

  @Test
  void the_whole_film_is_letterboxed_and_its_joint_with_it() {
    // 200 square around the film, which starts at x = -50; 64 pixels of 200 film pixels
    Scene scene = asItIs(FILM);
    float[] grey = scene.render(scene.whole(), 64);
    assertThat(grey[0]).isNaN();
    assertThat(grey[15]).isNaN();
    assertThat(grey[16]).isEqualTo(1, within(2f));
    assertThat(grey[47]).isEqualTo(98, within(2f));
    assertThat(grey[48]).isNaN();
    FinderSample sample = FinderSample.of(scene, scene.whole(), grey, 64);
    PlacedJoint seen = sample.joints().get(0);
    assertThat(seen.x()).isEqualTo((50 + 50) * 64 / 200.0);
    assertThat(seen.y()).isEqualTo(80 * 64 / 200.0);
    assertThat(seen.width()).isEqualTo(40 * 64 / 200.0);
  }

  @Test
  void a_placement_turns_scales_and_mirrors_about_its_anchor() {
    // the anchor (10, 20) goes to (100, 100); 5 to the right of it, mirrored, is 5 to the left;
    // doubled 10 to the left; a quarter turn clockwise makes left up
    Placement placement =
        new Placement(new double[] {10, 20}, new double[] {100, 100}, 2, 90, true);
    assertThat(placement.toScene(15, 20)).containsExactly(new double[] {100, 90}, within(1e-9));
    assertThat(placement.filmX(100, 90)).isCloseTo(15, within(1e-9));
    assertThat(placement.filmY(100, 90)).isCloseTo(20, within(1e-9));
  }

  @Test
  void mirroring_exchanges_the_fibulas_side() {
    Placement mirrored = new Placement(new double[2], new double[2], 1, 0, true);
    assertThat(mirrored.joint(JOINT).side()).isEqualTo(FibulaSide.RIGHT);
    assertThat(mirrored.joint(JOINT).x()).isEqualTo(-50);
    assertThat(Placement.identity().joint(JOINT)).isEqualTo(JOINT);
    PlacedJoint unknown = new PlacedJoint(1, 1, 1, FibulaSide.UNKNOWN, true);
    assertThat(mirrored.joint(unknown).side()).isEqualTo(FibulaSide.UNKNOWN);
  }

  @Test
  void a_joint_cut_by_the_windows_edge_is_unclear_and_one_outside_is_gone() {
    // plateau 40: clear from 12 pixels inside the edge, gone from 12 pixels outside
    assertThat(through(new FilmWindow(50 - 12.5, 40, 80)).joints()).hasSize(1);
    assertThat(through(new FilmWindow(50 - 11.5, 40, 80)).joints()).isEmpty();
    assertThat(through(new FilmWindow(50 - 11.5, 40, 80)).unclear()).hasSize(1);
    assertThat(through(new FilmWindow(50 + 12.5, 40, 80)).unclear()).isEmpty();
  }

  @Test
  void a_plateau_of_few_pixels_is_unclear() {
    assertThat(through(new FilmWindow(-150, -120, 400)).unclear()).isEmpty();
    assertThat(through(new FilmWindow(-1000, -1000, 2000)).joints()).isEmpty();
    assertThat(through(new FilmWindow(-1000, -1000, 2000)).unclear()).hasSize(1);
  }

  private static FinderSample through(FilmWindow window) {
    return FinderSample.of(asItIs(FILM), window, new float[128 * 128], 128);
  }

  @Test
  void two_films_side_by_side_show_two_level_joints() {
    for (int seed = 0; seed < 50; seed++) {
      Scene scene = KneeScenes.pair(FILM, FILM, new Draw(seed));
      assertThat(scene.joints()).hasSize(2);
      PlacedJoint left = scene.joints().get(0);
      PlacedJoint right = scene.joints().get(1);
      assertThat(right.x() - left.x()).isGreaterThan(1.4 * left.width());
      assertThat(Math.abs(right.y() - left.y())).isLessThan(0.5 * left.width());
      FinderSample sample = FinderSample.of(scene, scene.whole(), new float[192 * 192], 192);
      assertThat(sample.joints().size() + sample.unclear().size()).isEqualTo(2);
    }
  }

  @Test
  void what_lies_beside_a_joint_shows_no_joint() {
    for (int seed = 0; seed < 50; seed++) {
      EmptyScenes.besideJoint(FILM, new Draw(seed))
          .ifPresent(scene -> assertThat(scene.joints()).isEmpty());
    }
    FinderFilm tight = film(40, 40, List.of(new PlacedJoint(20, 20, 36, FibulaSide.LEFT, true)));
    assertThat(EmptyScenes.besideJoint(tight, new Draw(1))).isEmpty();
  }

  @Test
  void a_film_is_reduced_by_whole_factors_to_eight_bits() {
    // 1300 is more than twice 640: blocks of 2 x 2, 12 bits to 8
    short[] samples = new short[1300 * 4];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (short) (i % 2 == 0 ? 0 : 160);
    }
    ReducedFilm film = ReducedFilm.of(Radiograph.of(1300, 4, 12, samples));
    assertThat(film.width()).isEqualTo(650);
    assertThat(film.height()).isEqualTo(2);
    assertThat(film.grey(300, 1, 0)).isEqualTo(5f);
  }
}
