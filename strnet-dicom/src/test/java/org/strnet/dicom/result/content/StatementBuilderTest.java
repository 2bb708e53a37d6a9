package org.strnet.dicom.result.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.strnet.dicom.film.BodySide;
import org.strnet.dicom.result.ResultCases;
import org.strnet.dicom.result.content.KneeStatement.Figure;
import org.strnet.dicom.result.series.ResultContext;
import org.strnet.dicom.screening.ScreenedFilm;
import org.strnet.radiograph.NotAssessable.Reason;
import org.strnet.report.ModelFacts;

class StatementBuilderTest {

  private static final ModelFacts FACTS = ResultCases.boneLoss();

  @Test
  void a_flagged_film_says_by_which_figure() {
    Statement statement = of(FACTS, ResultCases.flagged(FACTS));

    assertThat(statement.tone()).isEqualTo(Tone.REFER);
    assertThat(statement.headline()).isEqualTo("Refer for densitometry");
    assertThat(statement.lead())
        .isEqualTo(
            "Probability of bone loss (T-score below -1.0): 0.91, flagged at 0.412 or above.");
    assertThat(statement.knees().get(0).figures())
        .contains(
            new Figure("Estimated T-score", "-2.1 (-3.3 to -0.9) SD"),
            new Figure(
                "Probability of each class", "normal 0.09, osteopenia 0.27, osteoporosis 0.64"));
  }

  @Test
  void a_film_that_is_not_flagged_is_never_called_negative() {
    Statement statement = of(FACTS, ResultCases.notFlagged(FACTS));

    assertThat(statement.headline()).isEqualTo("Not flagged (bone loss is not ruled out)");
    assertThat(statement.lead()).contains("Bone loss is not ruled out").doesNotContain("negative");
  }

  @Test
  void with_zones_the_lead_says_what_the_zone_of_the_film_means_and_each_knee_names_its_own() {
    ModelFacts zoned = ResultCases.zoned();
    Statement grey =
        of(
            zoned,
            ResultCases.assessed(
                List.of(
                    ResultCases.knee(zoned, 0.27, 0.12, -0.3),
                    ResultCases.knee(zoned, 0.73, 0.55, -1.3))));

    assertThat(grey.lead())
        .contains(
            "Grey zone: between the two thresholds (0.300 to 0.700) the promised risk holds for"
                + " neither side; a person decides.");
    assertThat(grey.knees().get(0).figures())
        .contains(new Figure("Zone of the three-zone reading", "no flag (nothing is ruled out)"));
    assertThat(grey.knees().get(1).figures())
        .contains(
            new Figure(
                "Zone of the three-zone reading", "grey (the film says too little either way)"));
    assertThat(of(zoned, ResultCases.notFlagged(zoned)).lead())
        .contains("Zone no flag: below 0.300", "nothing is ruled out")
        .doesNotContain("negative");
    assertThat(of(zoned, ResultCases.flagged(zoned)).lead()).contains("Zone flag: above 0.700");
    assertThat(of(FACTS, ResultCases.flagged(FACTS)).toString().toLowerCase(Locale.ROOT))
        .doesNotContain("zone:", "three-zone");
  }

  @Test
  void a_knee_that_was_left_out_is_told_beside_the_result() {
    Statement statement = of(FACTS, ResultCases.leftOut(FACTS));

    assertThat(statement.lead()).endsWith("Another knee on the film could not be assessed.");
    assertThat(statement.notices().get(0))
        .startsWith("Knee at 90 % of the film's width: not assessable: knee cut off")
        .endsWith("found 41 %.");
  }

  @Test
  void a_control_task_speaks_of_its_own_target() {
    ModelFacts control = ResultCases.control();
    Statement statement = of(control, ResultCases.flagged(control));

    assertThat(statement.headline()).isEqualTo("Flagged: kl >= 2");
    assertThat(statement.lead()).contains("not for bone loss");
    assertThat(statement.knees().get(0).tScore()).isEmpty();
  }

  @Test
  void a_network_without_t_score_shows_no_scale() {
    ModelFacts only = ResultCases.screeningOnly();

    assertThat(of(only, ResultCases.flagged(only)).knees().get(0).tScore()).isEmpty();
    assertThat(of(only, ResultCases.flagged(only)).knees().get(0).figures()).hasSize(1);
  }

  @Test
  void a_refusal_and_a_failure_say_nothing_of_the_bone() {
    Statement refused = of(FACTS, ResultCases.refused(Reason.WRONG_VIEW, "frontal, found LL"));
    Statement failed = of(FACTS, ResultCases.failed());

    assertThat(refused.headline()).isEqualTo("Not assessable: wrong view");
    assertThat(failed.headline()).isEqualTo("Not processed");
    assertThat(Stream.of(refused, failed))
        .allMatch(statement -> statement.lead().endsWith(ResultWords.NOTHING_SAID))
        .allMatch(statement -> statement.knees().isEmpty());
  }

  @Test
  void the_time_is_that_of_the_films_zone() {
    assertThat(of(FACTS, ResultCases.flagged(FACTS)).origin())
        .endsWith("made 2024-05-17 11:30 +02:00");
  }

  @Test
  void knees_are_called_by_side_or_by_place_and_never_alike() {
    Optional<BodySide> unknown = Optional.empty();
    Optional<BodySide> right = Optional.of(BodySide.RIGHT);

    assertThat(KneeNames.of(List.of(unknown))).containsExactly("Knee");
    assertThat(KneeNames.of(List.of(unknown, unknown)))
        .containsExactly("Knee 1 from the picture's left", "Knee 2 from the picture's left");
    assertThat(KneeNames.of(List.of(right, right)))
        .containsExactly("Right knee", "Right knee (2 from the picture's left)");
  }

  private static Statement of(ModelFacts facts, ScreenedFilm film) {
    return StatementBuilder.of(
        new ResultContext(film, facts, ResultCases.device(), false, ResultCases.AT));
  }
}
