package org.strnet.training.finder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.strnet.knee.FibulaSide;
import org.strnet.knee.KneeRegion;

class JointEvaluationTest {

  private static final KneeRegion TRUTH = KneeRegion.annotated(0.5, 0.25, 0.4, FibulaSide.LEFT);

  private static FilmResult knee(KneeRegion... found) {
    return new FilmResult("k", 0, 1000, 2000, Optional.of(TRUTH), List.of(found), List.of(found));
  }

  private static FilmResult other(KneeRegion... found) {
    return new FilmResult("o", 0, 500, 500, Optional.empty(), List.of(found), List.of(found));
  }

  @Test
  void errors_are_in_plateau_widths_of_the_film() {
    // plateau 400 pixels; 30 pixels right and 40 down are 50 pixels: an eighth
    KneeRegion found = new KneeRegion(0.53, 0.27, 0.44, FibulaSide.LEFT, 0.9);
    FilmResult film = knee(found);
    assertThat(film.centreError(found)).isCloseTo(0.125, within(1e-9));
    assertThat(film.widthError(found)).isCloseTo(0.1, within(1e-9));
  }

  @Test
  void of_two_regions_the_nearest_to_the_annotation_counts() {
    KneeRegion far = new KneeRegion(0.9, 0.27, 0.44, FibulaSide.LEFT, 0.9);
    KneeRegion near = new KneeRegion(0.51, 0.25, 0.4, FibulaSide.LEFT, 0.5);
    assertThat(knee(far, near).nearest()).contains(near);
  }

  @Test
  void a_refused_knee_is_wrong_in_every_share() {
    KneeRegion exact = new KneeRegion(0.5, 0.25, 0.4, FibulaSide.LEFT, 0.9);
    KneeRegion mirrored = new KneeRegion(0.5, 0.25, 0.4, FibulaSide.RIGHT, 0.8);
    JointEvaluation evaluation =
        new JointEvaluation(
            List.of(knee(exact), knee(exact, mirrored), knee(mirrored), knee()),
            List.of(other(), other(), other(exact)));
    var figures = evaluation.figures();
    assertThat(figures.get("centre_error.within_0.15"))
        .isEqualTo(new JointEvaluation.Figure(0.75, 4));
    assertThat(figures.get("centre_error.p95").value()).isInfinite();
    assertThat(figures.get("centre_error.median").value()).isZero();
    assertThat(figures.get("fibula_side.right").value()).isEqualTo(0.5);
    assertThat(figures.get("knees.refused").value()).isEqualTo(0.25);
    assertThat(figures.get("knees.more_than_one").value()).isEqualTo(0.25);
    assertThat(figures.get("others.refused").value()).isCloseTo(2 / 3.0, within(1e-9));
    assertThat(figures.get("others.confidence.highest").value()).isEqualTo(0.9);
  }

  @Test
  void a_quantile_is_the_smallest_value_that_the_share_does_not_exceed() {
    double[] values = {1, 2, 3, 4};
    assertThat(JointEvaluation.quantile(values, 0)).isEqualTo(1);
    assertThat(JointEvaluation.quantile(values, 0.5)).isEqualTo(2);
    assertThat(JointEvaluation.quantile(values, 0.51)).isEqualTo(3);
    assertThat(JointEvaluation.quantile(values, 1)).isEqualTo(4);
  }
}
