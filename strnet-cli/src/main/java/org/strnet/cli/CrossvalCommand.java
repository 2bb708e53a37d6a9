package org.strnet.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.strnet.audit.split.SplitLeaks;
import org.strnet.dataset.Cohort;
import org.strnet.dataset.Folds;
import org.strnet.evaluation.study.StudyDescription.Mode;
import org.strnet.evaluation.study.StudyResults;
import org.strnet.pixels.PixelSpecification;
import org.strnet.provenance.BadInputException;
import org.strnet.study.checklist.Checklists;
import org.strnet.study.checklist.StudyFacts;
import org.strnet.study.film.ReadFilms;
import org.strnet.training.configuration.TrainingConfiguration;
import org.strnet.training.loop.KneeSet;
import org.strnet.training.study.CrossValidation;
import org.strnet.training.study.FitRun;
import org.strnet.training.study.NestedCrossValidation;
import org.strnet.training.study.OutOfFold;
import org.strnet.training.study.OutOfFoldAssessment;
import org.strnet.training.study.StartingBundle;
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
      "Writes out-of-fold.csv, predictions.csv, metrics.json, study.json, report.html and report.pdf.",
      "With --settings each fold chooses its setting on the other folds alone, by an inner",
      "cross-validation: folds x (settings x inner folds + 1) fits, and settings.csv."
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

  @Option(
      names = "--settings",
      paramLabel = "A.yaml,B.yaml",
      split = ",",
      description = "Settings to choose from in each fold, instead of --config.")
  private List<Path> settings = List.of();

  @Option(
      names = "--inner-folds",
      paramLabel = "K",
      description = "Folds of each choice; 3 by default.")
  private int innerFolds = 3;

  @Mixin private AnalysisOptions analysis = new AnalysisOptions();

  @Mixin private ReportOptions reports = new ReportOptions();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException, InterruptedException {
    Optional<StartingBundle> start = options.startingBundle();
    Cohort cohort = options.cohort();
    List<TrainingConfiguration> candidates = candidates(start, cohort);
    options.requireFree();
    try (TrainingProgress progress = new TrainingProgress(spec.commandLine().getErr())) {
      Optional<String> leaks = options.acceptedLeaks(cohort, division(cohort), progress);
      StudyResults study =
          settings.isEmpty()
              ? simple(candidates.get(0), cohort, start, leaks, progress)
              : nested(candidates, cohort, leaks, progress);
      StudyOutput.write(study, options.out(), options.replace());
      reports.write(study, new ReadFilms(), options.out(), options.replace());
      Checklists.write(options.out(), StudyFacts.ofFolder(options.out()), options.replace());
      StudyOutput.print(spec.commandLine().getOut(), study);
    }
    return 0;
  }

  /** The one configuration, or the settings to choose from. */
  private List<TrainingConfiguration> candidates(Optional<StartingBundle> start, Cohort cohort) {
    if (settings.isEmpty()) {
      return List.of(options.configuration(start, cohort));
    }
    if (start.isPresent()) {
      throw new BadInputException("--settings", "cannot be chosen from with --from");
    }
    options.requireNoConfiguration();
    return settings.stream().map(TrainingConfiguration::read).toList();
  }

  private StudyResults simple(
      TrainingConfiguration configuration,
      Cohort cohort,
      Optional<StartingBundle> start,
      Optional<String> leaks,
      TrainingProgress progress)
      throws IOException {
    options.prepare(configuration, leaks);
    KneeSet knees =
        StudyOptions.knees(cohort, configuration, StudyOptions::annotatedOnly, progress);
    OutOfFold predicted =
        new CrossValidation(configuration, options.out(), options.resume(), progress)
            .run(
                cohort,
                folds(cohort, configuration),
                knees,
                options.initialWeights(
                    start, FitRun.alone(options.out(), options.resume(), progress)));
    return new StudyRun("strnet crossval", Mode.CROSS_VALIDATION, configuration, cohort, leaks)
        .evaluate(
            OutOfFoldAssessment.of(predicted, knees.refused(), cohort, configuration), analysis);
  }

  private StudyResults nested(
      List<TrainingConfiguration> candidates,
      Cohort cohort,
      Optional<String> leaks,
      TrainingProgress progress)
      throws IOException {
    NestedCrossValidation crossValidation =
        new NestedCrossValidation(
            candidates, innerFolds, options.out(), options.resume(), progress);
    options.prepareFolder();
    for (TrainingConfiguration candidate : candidates) {
      Files.writeString(
          options.out().resolve("setting-" + candidate.name() + ".yaml"), candidate.toYaml());
    }
    TrainingConfiguration first = candidates.get(0);
    Map<PixelSpecification, KneeSet> loaded = new HashMap<>();
    NestedCrossValidation.Nested nested =
        crossValidation.run(
            cohort,
            folds(cohort, first),
            setting ->
                loaded.computeIfAbsent(
                    setting.pixels(),
                    unused ->
                        StudyOptions.knees(cohort, setting, StudyOptions::annotatedOnly, progress)),
            options.initialWeights(
                Optional.empty(), FitRun.alone(options.out(), options.resume(), progress)));
    KneeSet knees = loaded.values().iterator().next();
    OutOfFoldAssessment assessment =
        OutOfFoldAssessment.of(
            nested.predicted(), nested.calibration(), knees.refused(), cohort, first);
    return new StudyRun("strnet crossval --settings", Mode.CROSS_VALIDATION, first, cohort, leaks)
        .evaluate(assessment, analysis);
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
