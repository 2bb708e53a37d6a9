package org.strnet.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.strnet.audit.split.SplitLeaks;
import org.strnet.bundle.Bundle;
import org.strnet.dataset.Cohort;
import org.strnet.evaluation.study.StudyDescription.Mode;
import org.strnet.evaluation.study.StudyResults;
import org.strnet.provenance.QuotedFigure;
import org.strnet.training.configuration.TrainingConfiguration;
import org.strnet.training.loop.KneeSet;
import org.strnet.training.study.FinalFit;
import org.strnet.training.study.FinderFiles;
import org.strnet.training.study.OutOfFold;
import org.strnet.training.study.OutOfFoldAssessment;
import org.strnet.training.study.RunOrigin;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code strnet train}. */
@Command(
    name = "train",
    description = {
      "Fits a network and writes a bundle.",
      "The operating point is chosen on films the network was not fitted to. The bundle is",
      "DIR/bundle, with the log and the checkpoints beside it."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class TrainCommand implements Callable<Integer> {

  @Mixin private StudyOptions options = new StudyOptions();

  @Option(
      names = "--crossval",
      paramLabel = "DIR",
      description =
          "A cross-validation of the same cohort and configuration: all films are then"
              + " learnt from, and calibration and operating point come from its out-of-fold predictions.")
  private Optional<Path> crossval = Optional.empty();

  @Option(
      names = "--quote",
      paramLabel = "DIR",
      description =
          "Another cross-validation whose figures the card quotes beside, under the name of"
              + " its configuration (the film alone, say); may be given several times.")
  private List<Path> quoted = List.of();

  @Option(
      names = "--finder",
      paramLabel = "DIR",
      description =
          "Bundle, or folder of a finder's training, whose knee finder goes into the new"
              + " bundle; none by default.")
  private Optional<Path> finder = Optional.empty();

  @Mixin private AnalysisOptions analysis = new AnalysisOptions();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException, InterruptedException {
    TrainingConfiguration configuration = options.configuration();
    Cohort cohort = options.cohort();
    options.requireFree();
    Path out = options.out();
    Optional<FinderFiles> joints =
        finder.isPresent() ? Optional.of(FinderFiles.of(finder.get())) : Optional.empty();
    try (TrainingProgress progress = new TrainingProgress(spec.commandLine().getErr())) {
      Optional<String> leaks = options.acceptedLeaks(cohort, division(cohort), progress);
      options.prepare(configuration, leaks);
      KneeSet knees =
          StudyOptions.knees(cohort, configuration, StudyOptions::annotatedOnly, progress);
      FinalFit study = new FinalFit(configuration, out, options.resume(), progress);
      FinalFit.Fitted fitted =
          study.fit(cohort, knees, options.initialWeights(progress), crossval.isPresent());
      Bundle bundle = study.bundle(cohort, fitted, outOfFold(cohort), joints, request(out, leaks));
      if (!fitted.heldOut().films().isEmpty()) {
        report(
            new StudyRun("strnet train", Mode.HELD_OUT, configuration, cohort, leaks)
                .evaluate(
                    OutOfFoldAssessment.ofHeldOut(fitted.heldOut(), cohort, configuration),
                    analysis),
            out);
      }
      spec.commandLine().getOut().println(out.resolve("bundle"));
      spec.commandLine().getErr().println("Bundle " + bundle.name() + " " + bundle.sha256());
      spec.commandLine().getOut().flush();
    }
    return 0;
  }

  private static SplitLeaks.Division division(Cohort cohort) {
    return cohort.columns().contains("split")
        ? SplitLeaks.Division.SPLIT
        : SplitLeaks.Division.PATIENT;
  }

  private void report(StudyResults study, Path out) {
    StudyOutput.write(study, out, options.replace());
    StudyOutput.print(spec.commandLine().getOut(), study);
  }

  private Optional<OutOfFold> outOfFold(Cohort cohort) {
    return crossval.map(folder -> OutOfFold.read(cohort, folder.resolve("out-of-fold.csv")));
  }

  private FinalFit.BundleRequest request(Path out, Optional<String> leaks) throws IOException {
    List<QuotedFigure> figures = new ArrayList<>();
    crossval.ifPresent(folder -> figures.addAll(StudyFigures.of(folder)));
    quoted.forEach(folder -> figures.addAll(StudyFigures.of(folder)));
    String command = "strnet train" + (crossval.isPresent() ? " --crossval DIR" : "");
    return new FinalFit.BundleRequest(
        RunOrigin.of(command, System.getProperty("strnet.commit", "unknown"), figures)
            .accepting(leaks),
        out.resolve("bundle"),
        options.replace());
  }
}
