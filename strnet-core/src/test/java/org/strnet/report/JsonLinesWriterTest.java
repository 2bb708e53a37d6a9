package org.strnet.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.strnet.calibration.ConformalInterval;
import org.strnet.decision.Decision;
import org.strnet.knee.FibulaSide;
import org.strnet.knee.KneeRegion;
import org.strnet.network.BinaryTarget;
import org.strnet.network.HeadTargets;
import org.strnet.radiograph.NotAssessable;

class JsonLinesWriterTest {

  @Test
  void an_assessed_film_has_every_key_of_the_contract_and_no_other() throws IOException {
    JsonNode json =
        written(Results.boneLoss(), Results.film("a.png", Results.knee(0.5, 0.75, 0.5, -2)));

    assertThat(json)
        .isEqualTo(
            new ObjectMapper()
                .readTree(
                    """
                    {"image": "a.png", "outcome": "assessed", "reason": null,
                     "knees": [{"cx": 0.5, "cy": 0.5, "plateau_width": 0.25, "fibula_side": "left",
                       "confidence": 1.0, "p_bone_loss": 0.75, "p_osteoporosis_given_loss": 0.5,
                       "probabilities":
                         {"normal": 0.25, "osteopenia": 0.375, "osteoporosis": 0.375},
                       "t_score": {"value": -2.0, "low": -3.25, "high": -0.75},
                       "decision": "refer", "heat_map": null}],
                     "p_bone_loss": 0.75, "p_osteoporosis_given_loss": 0.5,
                     "probabilities": {"normal": 0.25, "osteopenia": 0.375, "osteoporosis": 0.375},
                     "t_score": {"value": -2.0, "low": -3.25, "high": -0.75},
                     "decision": "refer",
                     "operating_point": {"threshold": 0.5, "floor": 0.86, "rule": "point"},
                     "heat_map": null,
                     "bundle": {"name": "test-knee", "sha256": "%s"}}
                    """
                        .formatted("0123456789abcdef".repeat(4))));
  }

  @Test
  void notices_are_written_where_there_are_any() throws IOException {
    FilmResult film =
        Results.film("a.png", Results.knee(0.5, 0.75, 0.5, -2))
            .withNotices(List.of("Bone is dark on this film."));

    assertThat(written(Results.boneLoss(), film).at("/notices/0").textValue())
        .isEqualTo("Bone is dark on this film.");
  }

  @Test
  void the_worst_knee_speaks_for_the_film_and_each_knee_for_itself() throws IOException {
    JsonNode json =
        written(
            Results.boneLoss(),
            Results.film(
                "a.png", Results.knee(0.25, 0.25, 0.1, -0.5), Results.knee(0.75, 0.5, 0.2, -1.5)));

    assertThat(json.at("/decision").textValue()).isEqualTo("refer");
    assertThat(json.at("/p_bone_loss").doubleValue()).isEqualTo(0.5);
    assertThat(json.at("/t_score/value").doubleValue()).isEqualTo(-1.5);
    assertThat(json.at("/knees/0/decision").textValue()).isEqualTo("not_flagged");
    assertThat(json.at("/knees/0/p_bone_loss").doubleValue()).isEqualTo(0.25);
    assertThat(json.at("/knees/1/decision").textValue()).isEqualTo("refer");
  }

  @Test
  void a_film_that_cannot_be_assessed_keeps_all_keys() throws IOException {
    JsonNode assessed =
        written(Results.boneLoss(), Results.film("a.png", Results.knee(0.5, 0.5, 0.5, -2)));
    JsonNode refused = written(Results.boneLoss(), Results.noKnee("b.png"));

    assertThat(refused.fieldNames()).toIterable().containsExactlyElementsOf(assessed::fieldNames);
    assertThat(refused.at("/outcome").textValue()).isEqualTo("not_assessable");
    assertThat(refused.at("/reason").textValue()).isEqualTo("no_knee");
    assertThat(refused.at("/knees")).isEmpty();
    assertThat(refused.at("/p_bone_loss").isNull()).isTrue();
    assertThat(refused.at("/decision").isNull()).isTrue();
    assertThat(refused.at("/operating_point/threshold").doubleValue()).isEqualTo(0.5);
  }

  @Test
  void a_failure_is_told_with_its_message() throws IOException {
    JsonNode json = written(Results.boneLoss(), new FilmResult.Failed("c.png", "it broke", true));

    assertThat(json.at("/outcome").textValue()).isEqualTo("failed");
    assertThat(json.at("/reason").textValue()).isEqualTo("it broke");
  }

  @Test
  void a_knee_that_was_left_out_stands_among_the_knees_without_figures() throws IOException {
    KneeRegion other = KneeRegion.annotated(0.1, 0.5, 0.2, FibulaSide.UNKNOWN);
    NotAssessable cutOff = new NotAssessable(NotAssessable.Reason.KNEE_CUT_OFF, "half is missing");
    FilmResult film =
        new FilmResult.Assessed(
            "a.png",
            List.of(Results.knee(0.5, 0.75, 0.5, -2)),
            List.of(new KneeLeftOut(other, cutOff)),
            Set.of(),
            Optional.empty());

    JsonNode json = written(Results.boneLoss(), film);

    assertThat(json.at("/knees/0/cx").doubleValue()).isEqualTo(0.1);
    assertThat(json.at("/knees/0/p_bone_loss").isNull()).isTrue();
    assertThat(json.at("/knees/1/p_bone_loss").doubleValue()).isEqualTo(0.75);
  }

  @Test
  void an_interval_that_cannot_be_stated_is_null() throws IOException {
    KneeResult knee = Results.knee(0.5, 0.75, 0.5, -2);
    KneeResult open =
        new KneeResult(
            knee.region(),
            knee.boneLoss(),
            knee.severity(),
            Optional.of(Estimate.of(-2, new ConformalInterval(0.9, Double.POSITIVE_INFINITY, 2))),
            knee.decision(),
            Optional.empty());

    JsonNode json = written(Results.boneLoss(), Results.film("a.png", open));

    assertThat(json.at("/t_score/value").doubleValue()).isEqualTo(-2);
    assertThat(json.at("/t_score/low").isNull()).isTrue();
    assertThat(json.at("/t_score/high").isNull()).isTrue();
  }

  @Test
  void a_control_task_reports_under_its_own_names() throws IOException {
    HeadTargets osteoarthritis =
        new HeadTargets(BinaryTarget.of("kl >= 2"), Optional.empty(), Optional.empty());
    KneeResult knee =
        new KneeResult(
            KneeRegion.annotated(0.5, 0.5, 0.2, FibulaSide.RIGHT),
            0.25,
            OptionalDouble.empty(),
            Optional.empty(),
            Decision.NOT_FLAGGED,
            Optional.empty());

    JsonNode json = written(Results.facts(osteoarthritis), Results.film("a.png", knee));

    assertThat(json.at("/p_kl_at_least_2").doubleValue()).isEqualTo(0.25);
    assertThat(json.at("/probabilities/not_kl_at_least_2").doubleValue()).isEqualTo(0.75);
    assertThat(json.fieldNames())
        .toIterable()
        .doesNotContain("p_bone_loss", "p_osteoporosis_given_loss", "t_score");
  }

  @Test
  void two_films_are_two_lines() throws IOException {
    StringWriter out = new StringWriter();
    try (JsonLinesWriter writer = new JsonLinesWriter(out, Results.boneLoss())) {
      writer.write(Results.noKnee("line\nbreak.png"));
      writer.write(Results.noKnee("b.png"));
    }

    assertThat(out.toString().lines()).hasSize(2);
  }

  private static JsonNode written(ModelFacts facts, FilmResult result) throws IOException {
    StringWriter out = new StringWriter();
    try (JsonLinesWriter writer = new JsonLinesWriter(out, facts)) {
      writer.write(result);
    }
    return new ObjectMapper().readTree(out.toString());
  }
}
