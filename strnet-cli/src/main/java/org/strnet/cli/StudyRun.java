package org.strnet.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.strnet.dataset.Cohort;
import org.strnet.dataset.CohortFilm;
import org.strnet.evaluation.study.CohortScreening;
import org.strnet.evaluation.study.StudyDescription;
import org.strnet.evaluation.study.StudyEvaluation;
import org.strnet.evaluation.study.StudyResults;
import org.strnet.training.configuration.TrainingConfiguration;
import org.strnet.training.study.OutOfFoldAssessment;
import org.strnet.training.study.StudyHeads;

/**
 * A study of this process whose predictions come from a fit, not from a finished bundle.
 *
 * @param command what is run
 * @param mode where the predictions come from
 * @param configuration of the fit
 * @param cohort the films
 * @param acceptedLeaks leaks between its parts that the run was told to go on with
 */
record StudyRun(
    String command,
    StudyDescription.Mode mode,
    TrainingConfiguration configuration,
    Cohort cohort,
    Optional<String> acceptedLeaks) {

  /** Evaluates what was predicted. */
  StudyResults evaluate(OutOfFoldAssessment assessment, AnalysisOptions analysis)
      throws IOException {
    StudyDescription.Heads heads = StudyHeads.of(configuration);
    Path file = cohort.source().getFileName();
    StudyDescription description =
        new StudyDescription(
            "%s on %s".formatted(configuration.name(), file),
            mode,
            Optional.empty(),
            new StudyDescription.CohortIdentity(
                String.valueOf(file),
                cohort.sha256(),
                cohort.size(),
                (int) cohort.films().stream().map(CohortFilm::patient).distinct().count(),
                Optional.empty()),
            CohortScreening.Regions.ANNOTATED,
            assessment.operatingPoints(),
            heads,
            new StudyDescription.Resampling(analysis.repetitions(), analysis.seed()),
            new StudyDescription.Run(Version.text(), command, LocalDate.now(ZoneOffset.UTC)));
    StudyResults study =
        StudyEvaluation.of(
            description,
            cohort,
            assessment.predictions(),
            configuration.targets(),
            analysis.settings(assessment.threshold(), heads));
    return study.withMetrics(StudyOptions.recording(study.metrics(), acceptedLeaks, cohort));
  }
}
