package org.strnet.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.strnet.bundle.Bundle;
import org.strnet.bundle.BundleManifest;
import org.strnet.bundle.ExplanationCheck;
import org.strnet.bundle.Manifests;
import org.strnet.decision.Decision;
import org.strnet.knee.FibulaSide;
import org.strnet.knee.KneeRegion;
import org.strnet.network.ClinicalVariable;
import org.strnet.network.ClinicalVariables;
import org.strnet.provenance.BadInputException;
import org.strnet.provenance.Sha256;
import org.strnet.radiograph.NotAssessable;
import org.strnet.report.FilmResult;
import org.strnet.report.JsonLinesWriter;
import org.strnet.report.Picture;

class ScreenerTest {

  private static final double LOGIT = 2;

  @TempDir Path temp;

  private Bundle bundle;
  private Screener screener;

  @BeforeEach
  void open() throws IOException {
    bundle = Manifests.write(Manifests.full(), temp.resolve("bundle"));
    screener = screener(Explanations.NONE);
  }

  private Screener screener(Explanations explanations) {
    return Screener.of(bundle, BarFilms.network(LOGIT), BarFilms::joints, explanations);
  }

  @Test
  void a_knee_is_found_scored_calibrated_and_decided() throws IOException {
    Path film = BarFilms.write(temp.resolve("one.png"), 200);

    FilmResult.Assessed result = assessed(screener.screen(film, ClinicalVariables.NONE));

    assertThat(result.image()).isEqualTo(film.toString());
    assertThat(result.knees()).hasSize(1);
    KneeRegion region = result.worst().region();
    assertThat(region.cx()).isCloseTo(0.5, within(0.02));
    assertThat(region.plateauWidth()).isCloseTo(2.0 * BarFilms.BAR / 400, within(0.05));
    double slope = 0.1 + 0.2;
    assertThat(result.worst().boneLoss())
        .isEqualTo(1 / (1 + Math.exp(-(slope * LOGIT - 0.7))), within(1e-12));
    assertThat(result.worst().severity().orElseThrow())
        .isEqualTo(1 / (1 + Math.exp(-(1.9 * 0.5 + 0.33))), within(1e-12));
    assertThat(result.worst().tScore().orElseThrow().low())
        .isEqualTo(-1.5 - Math.PI / 3, within(1e-12));
    assertThat(result.decision()).isEqualTo(Decision.REFER);
    assertThat(result.clinicalUsed()).isEmpty();
  }

  @Test
  void clinical_variables_reach_the_network_and_are_named() throws IOException {
    Path film = BarFilms.write(temp.resolve("one.png"), 200);
    ClinicalVariables young =
        ClinicalVariables.NONE
            .with(ClinicalVariable.AGE, 51.25 - 12.7)
            .with(ClinicalVariable.BMI, 25);

    FilmResult.Assessed result = assessed(screener.screen(film, young));

    assertThat(result.worst().boneLoss()).isEqualTo(1 / (1 + Math.exp(0.3 + 0.7)), within(1e-6));
    assertThat(result.decision()).isEqualTo(Decision.NOT_FLAGGED);
    assertThat(result.clinicalUsed()).containsExactly(ClinicalVariable.AGE);
  }

  @Test
  void both_knees_of_a_film_are_scored_from_left_to_right() throws IOException {
    Path film = BarFilms.write(temp.resolve("two.png"), 100, 300);

    FilmResult.Assessed result = assessed(screener.screen(film, ClinicalVariables.NONE));

    assertThat(result.knees()).hasSize(2);
    assertThat(result.knees().get(0).region().cx()).isCloseTo(0.25, within(0.02));
    assertThat(result.knees().get(1).region().cx()).isCloseTo(0.75, within(0.02));
  }

  @Test
  void a_knee_cut_off_is_left_out_while_the_other_is_scored() throws IOException {
    Path film = BarFilms.write(temp.resolve("cut.png"), 200);
    KneeRegion whole = KneeRegion.annotated(0.5, 0.5, 0.3, FibulaSide.RIGHT);
    KneeRegion cut = KneeRegion.annotated(0, 0.5, 0.3, FibulaSide.RIGHT);

    FilmResult.Assessed result =
        assessed(screener.screenAnnotated(film, List.of(cut, whole), ClinicalVariables.NONE));
    FilmResult none = screener.screenAnnotated(film, List.of(cut), ClinicalVariables.NONE);

    assertThat(result.knees()).hasSize(1);
    assertThat(result.leftOut().get(0).why().reason()).isEqualTo(NotAssessable.Reason.KNEE_CUT_OFF);
    assertThat(reason(none)).isEqualTo(NotAssessable.Reason.KNEE_CUT_OFF);
  }

  @Test
  void what_is_no_knee_film_is_refused_with_its_reason() throws IOException {
    BarFilms.writeOthers(temp);
    Map<Path, NotAssessable.Reason> expected =
        Map.of(
            temp.resolve("empty.png"), NotAssessable.Reason.EMPTY_FILE,
            temp.resolve("text.png"), NotAssessable.Reason.NOT_AN_IMAGE,
            BarFilms.writePhotograph(temp.resolve("photo.png")), NotAssessable.Reason.COLOUR_IMAGE,
            BarFilms.writeWithoutKnee(temp.resolve("hand.png")), NotAssessable.Reason.NO_KNEE);

    expected.forEach(
        (film, reason) ->
            assertThat(reason(screener.screen(film, ClinicalVariables.NONE))).isEqualTo(reason));
  }

  @Test
  void heat_maps_are_drawn_when_asked_for_and_change_no_figure() throws IOException {
    Path film = BarFilms.write(temp.resolve("one.png"), 200);

    FilmResult.Assessed plain = assessed(screener.screen(film, ClinicalVariables.NONE));
    FilmResult.Assessed explained =
        assessed(screener(Explanations.HEAT_MAPS).screen(film, ClinicalVariables.NONE));

    assertThat(explained.worst().boneLoss()).isEqualTo(plain.worst().boneLoss());
    assertThat(plain.worst().explanation()).isEmpty();
    assertThat(plain.picture()).isEmpty();
    assertThat(explained.worst().explanation().orElseThrow().picture().format())
        .isEqualTo(Picture.Format.PNG);
    assertThat(explained.picture().orElseThrow().dataUri()).startsWith("data:image/jpeg;base64,");
  }

  @Test
  void heat_maps_that_failed_their_check_are_not_drawn_but_the_film_is() throws IOException {
    Path film = BarFilms.write(temp.resolve("one.png"), 200);
    ExplanationCheck.Mean nothing = new ExplanationCheck.Mean(0, 0, 0);
    BundleManifest failed =
        Manifests.full()
            .withExplanationCheck(
                new ExplanationCheck(
                    60, Sha256.of(new byte[] {3}), LocalDate.of(2026, 11, 25), nothing, nothing));
    FilmResult.Assessed result =
        assessed(
            Screener.of(failed, BarFilms.network(LOGIT), BarFilms::joints, Explanations.HEAT_MAPS)
                .screen(film, ClinicalVariables.NONE));
    assertThat(result.worst().explanation()).isEmpty();
    assertThat(result.picture()).isPresent();
  }

  @Test
  void pictures_that_are_only_drawn_encode_to_the_same_bytes() throws Exception {
    Path film = BarFilms.write(temp.resolve("one.png"), 200);
    FilmResult.Assessed encoded =
        assessed(screener(Explanations.HEAT_MAPS).screen(film, ClinicalVariables.NONE));
    FilmResult.Assessed drawn =
        assessed(screener(Explanations.DRAWN).screen(film, ClinicalVariables.NONE));

    assertThat(encoded.picture().orElseThrow().drawn()).isEmpty();
    assertThat(drawn.picture().orElseThrow().drawn()).isPresent();
    assertThat(drawn.picture()).isEqualTo(encoded.picture());
    assertThat(drawn.worst().explanation()).isEqualTo(encoded.worst().explanation());
  }

  @Test
  void a_missing_file_is_bad_input_not_a_result() {
    assertThatThrownBy(() -> screener.screen(temp.resolve("gone.png"), ClinicalVariables.NONE))
        .isInstanceOf(BadInputException.class);
  }

  @Test
  void a_bundle_without_a_finder_screens_annotated_knees_only() {
    BundleManifest full = Manifests.full();
    BundleManifest without =
        new BundleManifest(
            full.name(),
            full.targets(),
            full.pixels(),
            Optional.empty(),
            full.clinical(),
            full.calibration(),
            full.operatingPoints(),
            full.cohort(),
            full.figures(),
            full.intendedUse(),
            full.training());

    assertThatThrownBy(
            () ->
                Screener.of(
                    bundleOf(without), BarFilms.network(0), BarFilms::joints, Explanations.NONE))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("only annotated knees can be screened");
  }

  @Test
  void a_folder_becomes_one_json_line_per_film_in_order() throws Exception {
    Path films = temp.resolve("films");
    Files.createDirectories(films);
    BarFilms.write(films.resolve("a.png"), 200);
    BarFilms.writePhotograph(films.resolve("b.png"));
    BarFilms.writeOthers(films);
    BarFilms.write(films.resolve("z.png"), 100, 300);
    StringWriter out = new StringWriter();

    try (JsonLinesWriter writer = new JsonLinesWriter(out, bundle.facts())) {
      new ScreeningBatch(film -> screener.screen(film, ClinicalVariables.NONE), 3)
          .run(
              FilmPaths.of(List.of(films)).films(),
              result -> {
                try {
                  writer.write(result);
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
    }

    List<String> outcomes = new ArrayList<>();
    for (String line : out.toString().lines().toList()) {
      JsonNode json = new ObjectMapper().readTree(line);
      String name = Path.of(json.get("image").textValue()).getFileName().toString();
      outcomes.add(name + " " + json.get("outcome").textValue() + " " + json.get("knees").size());
      assertThat(json.at("/bundle/sha256").textValue()).isEqualTo(bundle.sha256());
    }
    assertThat(outcomes)
        .containsExactly(
            "a.png assessed 1",
            "b.png not_assessable 0",
            "empty.png not_assessable 0",
            "text.png not_assessable 0",
            "z.png assessed 2");
  }

  private Bundle bundleOf(BundleManifest manifest) throws IOException {
    return Manifests.write(manifest, temp.resolve("other"));
  }

  private static FilmResult.Assessed assessed(FilmResult result) {
    return result.fold(
        film -> film,
        film -> {
          throw new AssertionError(film.why().toString());
        },
        film -> {
          throw new AssertionError(film.message());
        });
  }

  private static NotAssessable.Reason reason(FilmResult result) {
    return result.fold(
        film -> {
          throw new AssertionError("was assessed");
        },
        film -> film.why().reason(),
        film -> {
          throw new AssertionError(film.message());
        });
  }
}
