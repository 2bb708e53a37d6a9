package org.strnet.phantom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.strnet.knee.FibulaSide;
import org.strnet.knee.KneeRegion;
import org.strnet.phantom.PhantomPatient.BodySide;
import org.strnet.radiograph.Radiograph;

class PhantomFilmTest {

  private static final long SEED = 20261123;

  @Test
  void the_same_seed_and_number_give_the_same_film() {
    PhantomFilm first = PhantomFilm.draw(SEED, 3, 8);
    PhantomFilm second = PhantomFilm.draw(SEED, 3, 8);
    assertThat(second.patient()).isEqualTo(first.patient());
    assertThat(second.knees()).isEqualTo(first.knees());
    assertThat(second.radiograph().samples()).isEqualTo(first.radiograph().samples());
  }

  @Test
  void another_seed_gives_another_film() {
    assertThat(PhantomFilm.draw(SEED + 1, 3, 8).radiograph().samples())
        .isNotEqualTo(PhantomFilm.draw(SEED, 3, 8).radiograph().samples());
  }

  @Test
  void sixteen_bits_show_the_same_film_as_eight() {
    Radiograph coarse = PhantomFilm.draw(SEED, 5, 8).radiograph();
    Radiograph fine = PhantomFilm.draw(SEED, 5, 16).radiograph();
    for (int y = 0; y < coarse.height(); y += 7) {
      for (int x = 0; x < coarse.width(); x += 7) {
        assertThat(fine.sample(x, y) / 257.0).isCloseTo(coarse.sample(x, y), within(0.51));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5})
  void the_knees_lie_on_the_film_with_the_fibula_away_from_the_body(int number) {
    PhantomFilm film = PhantomFilm.draw(SEED, number, 8);
    for (KneeRegion knee : film.knees()) {
      double halfWidth = knee.plateauWidth() / 2;
      assertThat(knee.cx() - halfWidth).isPositive();
      assertThat(knee.cx() + halfWidth).isLessThan(1);
      assertThat(knee.cy()).isBetween(0.3, 0.7);
      double plateauMm = knee.plateauWidth() * film.radiograph().width() * film.pixelMm();
      assertThat(plateauMm).isBetween(58.0, 95.0);
    }
    FibulaSide expected =
        film.patient().side() == BodySide.LEFT ? FibulaSide.RIGHT : FibulaSide.LEFT;
    assertThat(film.knees().get(0).fibulaSide()).isEqualTo(expected);
    assertThat(film.knees()).hasSize(film.framing() == FilmFraming.BOTH_KNEES ? 2 : 1);
  }

  @Test
  void both_knees_have_their_fibulas_outside() {
    int number = 0;
    while (PhantomFilm.draw(SEED, number, 8).framing() != FilmFraming.BOTH_KNEES) {
      number++;
    }
    for (KneeRegion knee : PhantomFilm.draw(SEED, number, 8).knees()) {
      assertThat(knee.fibulaSide()).isEqualTo(knee.cx() < 0.5 ? FibulaSide.LEFT : FibulaSide.RIGHT);
    }
  }

  /** The tibia 0.4 plateau widths below the joint is brighter than the tissue beside the leg. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3})
  void bone_is_bright_and_air_is_black(int number) {
    PhantomFilm film = PhantomFilm.draw(SEED, number, 8);
    Radiograph picture = film.radiograph();
    KneeRegion knee = film.knees().get(0);
    double width = picture.width();
    double plateau = knee.plateauWidth() * width;
    int x = (int) (knee.cx() * width);
    int y = (int) (knee.cy() * picture.height());
    double tibia = mean(picture, x, (int) (y + 0.25 * plateau), 12);
    double beside = mean(picture, (int) (x - 0.62 * plateau), y, 12);
    double jointSpace = mean(picture, (int) (x - 0.3 * plateau), y, 1);
    assertThat(tibia).isGreaterThan(beside + 20).isGreaterThan(jointSpace + 5);
  }

  private static double mean(Radiograph picture, int x, int y, int radius) {
    double sum = 0;
    int n = 0;
    for (int row = Math.max(0, y - radius); row <= y + radius; row++) {
      for (int column = Math.max(0, x - radius); column <= x + radius; column++) {
        sum += picture.sample(column, row);
        n++;
      }
    }
    return sum / n;
  }

  @Test
  void another_site_changes_the_film_and_leaves_patient_and_knee() {
    PhantomFilm usual = PhantomFilm.draw(SEED, 3, 8);
    PhantomFilm other = PhantomFilm.draw(SEED, 3, 8, new PhantomSite(0.2, 0.4, 1.5, 0));

    assertThat(PhantomFilm.draw(SEED, 3, 8, PhantomSite.USUAL).radiograph().samples())
        .isEqualTo(usual.radiograph().samples());
    assertThat(other.patient()).isEqualTo(usual.patient());
    assertThat(other.knees()).isEqualTo(usual.knees());
    assertThat(other.radiograph().samples()).isNotEqualTo(usual.radiograph().samples());
  }

  @Test
  void a_gamma_above_one_darkens_and_a_blur_takes_the_fine_changes_away() {
    short[] usual = PhantomFilm.draw(SEED, 3, 8).radiograph().samples();
    short[] dark = PhantomFilm.draw(SEED, 3, 8, new PhantomSite(1, 0, 2, 0)).radiograph().samples();
    short[] soft = PhantomFilm.draw(SEED, 3, 8, new PhantomSite(1, 1, 1, 0)).radiograph().samples();

    assertThat(mean(dark)).isLessThan(0.9 * mean(usual));
    assertThat(change(soft)).isLessThan(0.9 * change(usual));
  }

  @Test
  void a_shift_of_the_t_score_moves_the_patients_and_no_range_is_left() {
    double usual = 0;
    double lower = 0;
    PhantomSite site = new PhantomSite(1, 0, 1, -1);
    for (int number = 0; number < 200; number++) {
      Draws draws = Draws.of(SEED, number, Draws.Purpose.PATIENT);
      usual += PhantomPatient.draw(draws).tScore() / 200;
      lower +=
          PhantomPatient.draw(Draws.of(SEED, number, Draws.Purpose.PATIENT), site).tScore() / 200;
    }
    // Cut off at -4.5 and 1.5, so that less than the whole shift is left.
    assertThat(usual - lower).isBetween(0.6, 1.0);
    assertThatThrownBy(() -> new PhantomSite(0, 0, 1, 0)).hasMessageContaining("exposure");
    assertThatThrownBy(() -> new PhantomSite(1, -0.1, 1, 0)).hasMessageContaining("blur");
    assertThatThrownBy(() -> new PhantomSite(1, 0, 5, 0)).hasMessageContaining("gamma");
    assertThatThrownBy(() -> new PhantomSite(1, 0, 1, Double.NaN)).hasMessageContaining("T-score");
  }

  private static double mean(short[] samples) {
    double sum = 0;
    for (short sample : samples) {
      sum += sample;
    }
    return sum / samples.length;
  }

  /** Mean absolute difference of neighbours: fine changes, noise included. */
  private static double change(short[] samples) {
    double sum = 0;
    for (int i = 1; i < samples.length; i++) {
      sum += Math.abs(samples[i] - samples[i - 1]);
    }
    return sum / samples.length;
  }
}
