package org.strnet.knee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.strnet.knee.JointPlanes.Joint;
import org.strnet.radiograph.Radiograph;

class KneeFinderTest {

  private static final KneeFinderSpecification SETTINGS =
      new KneeFinderSpecification(64, 0.1, 0.5, 2, 0.6, 2);

  /** Its pixels do not matter: the network is scripted. */
  private static final Radiograph FILM = Radiograph.of(200, 400, 8, new short[200 * 400]);

  @Test
  void the_close_up_gives_the_place_in_fractions_of_the_film() {
    // whole film: 400 square, film from x = -100; first look at the square's middle: film (100,
    // 200), plateau of 4 of 16 cells = 100 pixels. Close-up: 200 square from (0, 100), one cell is
    // 12.5 pixels; its joint at cell (9, 6) centre = film (118.75, 181.25), width 8 cells = 100.
    Script network =
        new Script(
            new JointPlanes(64).put(8, 8, new Joint(0, -0.5, -0.5, 4, 0)).values(),
            new JointPlanes(64).put(9, 6, new Joint(3, 0, 0, 8, -2)).values());
    List<KneeRegion> regions = new KneeFinder(network, SETTINGS).find(FILM);
    assertThat(regions).hasSize(1);
    KneeRegion region = regions.get(0);
    assertThat(region.cx()).isCloseTo(118.75 / 200, within(1e-6));
    assertThat(region.cy()).isCloseTo(181.25 / 400, within(1e-6));
    assertThat(region.plateauWidth()).isCloseTo(0.5, within(1e-6));
    assertThat(region.fibulaSide()).isEqualTo(FibulaSide.LEFT);
    assertThat(region.confidence()).isCloseTo(1 / (1 + Math.exp(-3)), within(1e-9));
  }

  @Test
  void a_candidate_that_the_close_up_does_not_confirm_is_no_knee() {
    float[] first = new JointPlanes(64).put(8, 8, Joint.certain(4)).values();
    float[] doubtful = new JointPlanes(64).put(8, 8, new Joint(-0.5, 0, 0, 8, 0)).values();
    float[] elsewhere = new JointPlanes(64).put(1, 1, Joint.certain(8)).values();
    assertThat(new KneeFinder(new Script(first, doubtful), SETTINGS).find(FILM)).isEmpty();
    assertThat(new KneeFinder(new Script(first, elsewhere), SETTINGS).find(FILM)).isEmpty();
    assertThat(new KneeFinder(new Script(first, doubtful), SETTINGS).candidates(FILM)).hasSize(1);
  }

  @Test
  void two_knees_come_from_left_to_right_whatever_their_confidence() {
    float[] first =
        new JointPlanes(64)
            .put(6, 8, new Joint(1, 0, 0, 2, 0))
            .put(10, 8, new Joint(2, 0, 0, 2, 0))
            .values();
    float[] middle = new JointPlanes(64).put(8, 8, Joint.certain(8)).values();
    List<KneeRegion> regions =
        new KneeFinder(new Script(first, middle, middle), SETTINGS).find(FILM);
    assertThat(regions).hasSize(2);
    assertThat(regions.get(0).cx()).isLessThan(regions.get(1).cx());
  }

  @Test
  void candidates_that_meet_in_the_close_up_are_one_knee() {
    float[] first =
        new JointPlanes(64)
            .put(7, 8, new Joint(1, 0, 0, 2, 0))
            .put(9, 8, new Joint(2, 0, 0, 2, 0))
            .values();
    // both close-ups of 4 cells see the same joint, half a plateau towards the other
    float[] leftward = new JointPlanes(64).put(5, 8, new Joint(3, -0.3, 0, 8, 0)).values();
    float[] rightward = new JointPlanes(64).put(10, 8, new Joint(2, 0.3, 0, 8, 0)).values();
    assertThat(new KneeFinder(new Script(first, leftward, rightward), SETTINGS).find(FILM))
        .hasSize(1);
  }

  @Test
  void no_peak_means_no_knee() {
    Script network = new Script(new JointPlanes(64).values());
    assertThat(new KneeFinder(network, SETTINGS).find(FILM)).isEmpty();
  }

  /** Answers with prepared planes, one after the other. */
  private static final class Script implements JointNetwork {
    private final float[][] outputs;
    private int calls;

    Script(float[]... outputs) {
      this.outputs = outputs;
    }

    @Override
    public float[] run(float[] film, int size) {
      assertThat(film).hasSize(size * size);
      return outputs[calls++];
    }
  }
}
