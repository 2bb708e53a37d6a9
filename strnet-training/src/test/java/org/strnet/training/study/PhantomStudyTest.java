package org.strnet.training.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.strnet.bundle.Bundle;
import org.strnet.bundle.BundleFile;
import org.strnet.dataset.Cohort;
import org.strnet.dataset.CohortFilm;
import org.strnet.dataset.Folds;
import org.strnet.dataset.Split;
import org.strnet.evaluation.prediction.Outcome;
import org.strnet.inference.OnnxBoneLossNetwork;
import org.strnet.phantom.PhantomCohort;
import org.strnet.pixels.KneePixels;
import org.strnet.provenance.BadInputException;
import org.strnet.training.configuration.TrainingConfiguration;
import org.strnet.training.loop.KneeSet;
import org.strnet.training.loop.Progress;
import org.strnet.training.network.StrNet;
import org.strnet.training.weights.StrNetWeights;

/** Whole studies on a few phantom films: what is written, not how good it is. */
class PhantomStudyTest {

  private static final TrainingConfiguration TINY =
      TrainingConfiguration.parse(
          "tiny",
          """
          name: tiny
          pixels: {inputSize: 64}
          network: {width: 0.35, neck: 32, experts: 2}
          optimisation: {epochs: 2, batchSize: 6, precision: float32}
          """);

  @TempDir static Path films;
  private static Cohort cohort;
  private static KneeSet knees;

  @BeforeAll
  static void drawFilms() throws IOException {
    cohort = Cohort.read(PhantomCohort.of(30, 11).write(films, film -> {}));
    knees =
        KneeSet.load(
            cohort,
            TINY.targets(),
            new KneePixels(TINY.pixels()),
            "framing",
            film -> Optional.empty(),
            Progress.SILENT);
  }

  @Test
  void every_film_is_predicted_once_by_the_fold_that_held_it_out(@TempDir Path out) {
    Folds folds = Folds.ofColumn(cohort);
    OutOfFold predicted =
        new CrossValidation(TINY, out, false, Progress.SILENT)
            .run(cohort, folds, knees, InitialWeights.RANDOM);

    assertThat(predicted.films()).hasSize(30);
    for (OutOfFold.Film film : predicted.films()) {
      assertThat(cohort.films().get(film.row()).fold()).hasValue(film.fold());
    }
    assertThat(OutOfFold.read(cohort, out.resolve("out-of-fold.csv"))).isEqualTo(predicted);

    OutOfFoldAssessment assessment =
        OutOfFoldAssessment.of(predicted, knees.refused(), cohort, TINY);
    assertThat(assessment.predictions())
        .hasSize(30)
        .allMatch(prediction -> prediction.outcome() == Outcome.ASSESSED);
    assertThat(assessment.operatingPoints()).hasSize(folds.count());
    assertThat(assessment.threshold()).isEmpty();
  }

  @Test
  void each_fold_chooses_its_setting_on_the_other_folds_alone(@TempDir Path out)
      throws IOException {
    TrainingConfiguration other =
        TrainingConfiguration.parse(
            "other", TINY.toYaml().replace("name: \"tiny\"", "name: other"));
    Folds folds = Folds.drawn(cohort, TINY.targets(), 2, 4);
    NestedCrossValidation study =
        new NestedCrossValidation(List.of(TINY, other), 2, out, true, Progress.SILENT);
    NestedCrossValidation.Nested nested =
        study.run(cohort, folds, setting -> knees, InitialWeights.RANDOM);

    assertThat(nested.predicted().films()).hasSize(30);
    for (int fold = 0; fold < 2; fold++) {
      List<Integer> held = folds.heldOut(fold).stream().map(CohortFilm::row).toList();
      assertThat(nested.calibration().get(fold).films())
          .hasSize(30 - held.size())
          .noneMatch(film -> held.contains(cohort.films().get(film.row()).row()));
      // Two settings that differ in their name alone: the first one named is taken.
      assertThat(nested.choices().get(fold).setting()).isEqualTo("tiny");
    }
    assertThat(Files.readAllLines(out.resolve("settings.csv"))).hasSize(1 + 4);
    assertThat(study.run(cohort, folds, setting -> knees, InitialWeights.RANDOM)).isEqualTo(nested);
    OutOfFoldAssessment assessment =
        OutOfFoldAssessment.of(
            nested.predicted(), nested.calibration(), knees.refused(), cohort, TINY);
    assertThat(assessment.operatingPoints()).hasSize(2);
  }

  @Test
  void settings_to_choose_from_need_two_names(@TempDir Path out) {
    assertThatThrownBy(
            () -> new NestedCrossValidation(List.of(TINY, TINY), 2, out, false, Progress.SILENT))
        .hasMessageContaining("different names");
  }

  @Test
  void a_finished_cross_validation_is_not_run_again(@TempDir Path out) throws IOException {
    Folds folds = Folds.ofColumn(cohort);
    CrossValidation study = new CrossValidation(TINY, out, true, Progress.SILENT);
    OutOfFold first = study.run(cohort, folds, knees, InitialWeights.RANDOM);
    Path log = out.resolve("fold-0/epochs.csv");
    Files.delete(log);
    assertThat(study.run(cohort, folds, knees, InitialWeights.RANDOM)).isEqualTo(first);
    assertThat(log).doesNotExist();
  }

  @Test
  void the_final_fit_becomes_a_bundle_that_says_where_it_comes_from(@TempDir Path out)
      throws IOException {
    FinalFit study = new FinalFit(TINY, out, false, Progress.SILENT);
    FinalFit.Fitted fitted = study.fit(cohort, knees, InitialWeights.RANDOM, false);
    assertThat(fitted.training()).hasSize(15);
    assertThat(fitted.heldOut().films()).hasSize(5);

    FinalFit.BundleRequest request =
        new FinalFit.BundleRequest(
            RunOrigin.of("strnet train", "unknown", List.of()), out.resolve("bundle"), false);
    study.bundle(cohort, fitted, Optional.empty(), Optional.empty(), request);

    Bundle bundle = Bundle.load(out.resolve("bundle"));
    assertThat(bundle.name()).isEqualTo("tiny");
    assertThat(bundle.manifest().training().cohortHash()).isEqualTo(cohort.sha256());
    assertThat(bundle.manifest().training().configuration()).isEqualTo(TINY.toYaml());
    assertThat(bundle.manifest().pixels()).isEqualTo(TINY.pixels());
    assertThat(bundle.manifest().cohort().films()).isEqualTo(15);
    assertThat(bundle.file(BundleFile.WEIGHTS)).isPresent();
  }

  @Test
  void the_training_films_of_a_bundle_are_told_again_from_its_cohort(@TempDir Path out)
      throws IOException {
    FinalFit study = new FinalFit(TINY, out, false, Progress.SILENT);
    FinalFit.Fitted fitted = study.fit(cohort, knees, InitialWeights.RANDOM, false);
    Bundle bundle =
        study.bundle(
            cohort,
            fitted,
            Optional.empty(),
            Optional.empty(),
            new FinalFit.BundleRequest(
                RunOrigin.of("strnet train", "unknown", List.of()), out.resolve("bundle"), false));
    assertThat(bundle.manifest().inDistribution()).isEmpty();

    try (var network = OnnxBoneLossNetwork.load("network.onnx", bundle.network())) {
      // 15 films are too few for statistics, but they are the right 15.
      assertThatThrownBy(
              () -> TrainingFilmFeatures.of(bundle.manifest(), network, cohort, Progress.SILENT))
          .isInstanceOf(BadInputException.class)
          .hasMessageContaining("found 15 films");
      assertThatThrownBy(
              () ->
                  TrainingFilmFeatures.of(
                      bundle.manifest(), network, cohort.part(Split.TEST), Progress.SILENT))
          .isInstanceOf(BadInputException.class);
      Cohort other = Cohort.read(PhantomCohort.of(2, 12).write(out.resolve("o"), film -> {}));
      assertThatThrownBy(
              () -> TrainingFilmFeatures.of(bundle.manifest(), network, other, Progress.SILENT))
          .isInstanceOf(BadInputException.class)
          .hasMessageContaining("must be the cohort that tiny was trained on");
      float[] run =
          network
              .explain(
                  fitted.training().get(0).patch().input(), new float[network.clinicalLength()])
              .features()
              .pooled();
      float[] trained = fitted.fit().prediction().features(fitted.training()).get(0);
      assertThat(trained).hasSize(network.features()).containsExactly(run, within(1e-4f));
    }
  }

  @Test
  void a_fit_on_all_films_needs_a_cross_validation_for_its_operating_point(@TempDir Path out) {
    FinalFit study = new FinalFit(TINY, out, false, Progress.SILENT);
    FinalFit.Fitted fitted = study.fit(cohort, knees, InitialWeights.RANDOM, true);
    assertThat(fitted.training()).hasSize(20);
    assertThatThrownBy(
            () ->
                study.bundle(
                    cohort,
                    fitted,
                    Optional.empty(),
                    Optional.empty(),
                    new FinalFit.BundleRequest(
                        RunOrigin.of("strnet train", "unknown", List.of()),
                        out.resolve("bundle"),
                        false)))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("no validation films to choose the operating point on");
  }

  @Test
  void the_next_stage_takes_the_trunk_and_leaves_the_heads(@TempDir Path out) throws IOException {
    Path weights =
        new Pretraining(TINY, FitRun.alone(out.resolve("first"), false, Progress.SILENT))
            .run(cohort, knees, InitialWeights.RANDOM);
    var first = StrNetWeights.open(weights);
    var next = StrNet.create(first.settings(), 77);
    InitialWeights.RANDOM.withTrunk(weights).into(next);
    var expected = StrNetWeights.tensors(first);
    StrNetWeights.tensors(next)
        .forEach(
            (name, tensor) -> {
              if (name.startsWith("backbone.")) {
                assertThat(tensor.values()).as(name).isEqualTo(expected.get(name).values());
              }
              if (name.equals("heads.screening.weight")) {
                assertThat(tensor.values()).isNotEqualTo(expected.get(name).values());
              }
            });
  }
}
