package org.strnet.phantom;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.strnet.phantom.Draws.Purpose;

/** Five hundred drawn patients and the films drawn for them; nothing is rendered. */
class FilmPlanTest {

  private static final int N = 500;
  private static final long SEED = 5;

  /** |r| below 0.115 holds for 99 % of independent samples of 500. */
  private static final double BOUND = 0.115;

  private static PhantomPatient patient(int number) {
    return PhantomPatient.draw(Draws.of(SEED, number, Purpose.PATIENT));
  }

  private static FilmPlan plan(int number) {
    return FilmPlan.draw(patient(number).side(), Draws.of(SEED, number, Purpose.FRAMING));
  }

  private static Exposure exposure(int number) {
    return Exposure.draw(Draws.of(SEED, number, Purpose.EXPOSURE));
  }

  @Test
  void framing_does_not_follow_the_t_score() {
    for (FilmFraming framing : FilmFraming.values()) {
      assertUnrelated(framing.code(), i -> plan(i).framing() == framing ? 1 : 0);
    }
    assertUnrelated("width", i -> plan(i).width());
    assertUnrelated("height", i -> plan(i).height());
    assertUnrelated("pixel", i -> plan(i).pixelMm());
    assertUnrelated("joint x", i -> plan(i).joints()[0].x() / plan(i).width());
    assertUnrelated("joint y", i -> plan(i).joints()[0].y() / plan(i).height());
    assertUnrelated("turn", i -> plan(i).joints()[0].turn());
    assertUnrelated("field", i -> plan(i).field()[3] - plan(i).field()[1]);
    assertUnrelated("marker", i -> plan(i).marker().dot());
  }

  @Test
  void exposure_does_not_follow_the_t_score() {
    assertUnrelated("photons", i -> Math.log(exposure(i).photonsPerMm2()));
    assertUnrelated("window", i -> exposure(i).range());
    assertUnrelated("low", i -> exposure(i).low());
    assertUnrelated("gamma", i -> exposure(i).gamma());
    assertUnrelated("compression", i -> exposure(i).compression());
  }

  @Test
  void about_half_of_the_patients_have_bone_loss_and_they_are_older() {
    int loss = 0;
    for (int i = 0; i < N; i++) {
      loss += patient(i).tScore() < -1 ? 1 : 0;
    }
    assertThat(loss).isBetween(N * 2 / 5, N * 3 / 5);
    assertThat(correlation(i -> patient(i).age())).isBetween(-0.75, -0.2);
  }

  @Test
  void both_sides_and_all_framings_are_drawn() {
    for (FilmFraming framing : FilmFraming.values()) {
      int n = 0;
      for (int i = 0; i < N; i++) {
        n += plan(i).framing() == framing ? 1 : 0;
      }
      assertThat(n).as(framing.code()).isBetween(90, 160);
    }
  }

  private static void assertUnrelated(String what, ToDoubleFunction<Integer> property) {
    assertThat(Math.abs(correlation(property))).as(what).isLessThan(BOUND);
  }

  /** Pearson's correlation of a property with the T-score. */
  private static double correlation(ToDoubleFunction<Integer> property) {
    double x = 0;
    double y = 0;
    double xx = 0;
    double yy = 0;
    double xy = 0;
    for (int i = 0; i < N; i++) {
      double a = property.applyAsDouble(i);
      double b = patient(i).tScore();
      x += a;
      y += b;
      xx += a * a;
      yy += b * b;
      xy += a * b;
    }
    return (N * xy - x * y) / Math.sqrt((N * xx - x * x) * (N * yy - y * y));
  }
}
