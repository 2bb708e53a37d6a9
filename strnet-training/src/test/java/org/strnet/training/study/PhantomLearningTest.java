package org.strnet.training.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.strnet.dataset.Cohort;
import org.strnet.dataset.CohortFilm;
import org.strnet.evaluation.estimate.Metrics;
import org.strnet.evaluation.head.MetricSettings;
import org.strnet.evaluation.head.StudyFilms;
import org.strnet.evaluation.study.StudyMetrics;
import org.strnet.phantom.PhantomCohort;
import org.strnet.pixels.KneePixels;
import org.strnet.training.configuration.TrainingConfiguration;
import org.strnet.training.loop.KneeSet;
import org.strnet.training.loop.Progress;

/**
 * A tiny network with random initial weights must see bone loss on phantoms, or something is wrong.
 */
@Tag("slow")
class PhantomLearningTest {

  private static final TrainingConfiguration TINY =
      TrainingConfiguration.parse(
          "tiny",
          """
          name: tiny
          pixels: {inputSize: 128}
          network: {width: 0.35, tScoreCoupling: 1.0, dropout: 0.0, experts: 2}
          losses: {screening: 1.0, severity: 0.2, tScore: 2.0}
          optimisation: {epochs: 24, batchSize: 10, learningRate: 0.003, backboneLearningRate: 0.003,
            weightAverage: 0.97, precision: float32}
          augmentation: {rotation: 0, scale: 0.03, shift: 0.02, gamma: 0.1, contrast: 0.1, noise: 0,
            blur: 0, erase: 0}
          """);

  @Test
  void a_tiny_network_learns_bone_loss_from_200_phantoms(@TempDir Path films, @TempDir Path run)
      throws IOException {
    Cohort cohort = Cohort.read(new PhantomCohort(200, 2026, 8, 0.25, 0).write(films, film -> {}));
    KneeSet knees =
        KneeSet.load(
            cohort,
            TINY.targets(),
            new KneePixels(TINY.pixels()),
            "framing",
            film -> Optional.empty(),
            Progress.SILENT);

    FinalFit.Fitted fitted =
        new FinalFit(TINY, run, false, Progress.SILENT)
            .fit(cohort, knees, InitialWeights.RANDOM, false);

    List<String> patients = cohort.films().stream().map(CohortFilm::patient).toList();
    Metrics metrics =
        StudyMetrics.of(
            new StudyFilms(
                OutOfFoldAssessment.ofHeldOut(fitted.heldOut(), cohort, TINY).predictions(),
                TINY.targets().labels(cohort),
                patients),
            MetricSettings.boneLoss(OptionalDouble.empty(), 1));
    assertThat(metrics.get("screening.auroc").n()).isEqualTo(50);
    assertThat(metrics.get("screening.auroc").value().orElseThrow()).isGreaterThanOrEqualTo(0.95);
    assertThat(metrics.get("tscore.pearson").value().orElseThrow()).isGreaterThanOrEqualTo(0.75);
  }
}
