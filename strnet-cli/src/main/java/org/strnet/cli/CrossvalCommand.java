package org.strnet.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.strnet.audit.split.SplitLeaks;
import org.strnet.dataset.Cohort;
import org.strnet.dataset.Folds;
import org.strnet.evaluation.estimate.Metrics;
import org.strnet.evaluation.estimate.MetricsFile;
import org.strnet.evaluation.prediction.PredictionsFile;
import org.strnet.training.configuration.TrainingConfiguration;
import org.strnet.training.loop.KneeSet;
import org.strnet.training.study.CrossValidation;
import org.strnet.training.study.OutOfFold;
import org.strnet.training.study.OutOfFoldAssessment;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code strnet crossval}. */
@Command(
    name = "crossval",
    description = {
      "Fits one network per fold and says what each makes of the films it did not see.",
      "Writes out-of-fold.csv, predictions.csv and metrics.json."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class CrossvalCommand implements Callable<Integer> {

  @Mixin private StudyOptions options = new StudyOptions();

  @Option(
      names = "--folds",
      paramLabel = "K",
      description = "Folds to draw where the cohort has no fold column; 5 by default.")
  private int folds = 5;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException, InterruptedException {
    TrainingConfiguration configuration = options.configuration();
    Cohort cohort = options.cohort();
    options.requireFree();
    Path out = options.out();
    try (TrainingProgress progress = new TrainingProgress(spec.commandLine().getErr())) {
      Optional<String> leaks = options.acceptedLeaks(cohort, division(cohort), progress);
      options.prepare(configuration, leaks);
      KneeSet knees =
          StudyOptions.knees(cohort, configuration, StudyOptions::annotatedOnly, progress);
      OutOfFold predicted =
          new CrossValidation(configuration, out, options.resume(), progress)
              .run(cohort, folds(cohort, configuration), knees, options.initialWeights(progress));
      OutOfFoldAssessment assessment =
          OutOfFoldAssessment.of(predicted, knees.refused(), cohort, configuration);
      boolean replace = options.replace();
      PredictionsFile.write(out.resolve("predictions.csv"), assessment.predictions(), replace);
      Metrics metrics = StudyOptions.recording(assessment.metrics(), leaks, cohort);
      MetricsFile.write(out.resolve("metrics.json"), metrics, replace);
      MetricsTable.print(spec.commandLine().getOut(), metrics);
    }
    return 0;
  }

  private static SplitLeaks.Division division(Cohort cohort) {
    return cohort.columns().contains("fold")
        ? SplitLeaks.Division.FOLD
        : SplitLeaks.Division.PATIENT;
  }

  private Folds folds(Cohort cohort, TrainingConfiguration configuration) {
    return cohort.columns().contains("fold")
        ? Folds.ofColumn(cohort, options.contradictions())
        : Folds.drawn(cohort, configuration.targets(), folds, configuration.seed());
  }
}
