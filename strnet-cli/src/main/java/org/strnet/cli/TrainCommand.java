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
import org.strnet.training.parallel.WorkerGroup;
import org.strnet.training.parallel.WorkerLostException;
import org.strnet.training.study.FinalFit;
import org.strnet.training.study.FinderFiles;
import org.strnet.training.study.FitRun;
import org.strnet.training.study.OutOfFold;
import org.strnet.training.study.OutOfFoldAssessment;
import org.strnet.training.study.RunOrigin;
import org.strnet.training.study.StartingBundle;
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
              + " bundle; by default that of --from, else none.")
  private Optional<Path> finder = Optional.empty();

  @Mixin private TrainWorkersOptions workers = new TrainWorkersOptions();

  @Mixin private AnalysisOptions analysis = new AnalysisOptions();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException, InterruptedException {
    workers.count();
    if (workers.helps()) {
      return help();
    }
    Optional<StartingBundle> start = options.startingBundle();
    Cohort cohort = options.cohort();
    TrainingConfiguration configuration = options.configuration(start, cohort);
    options.requireFree();
    Path out = options.out();
    Optional<FinderFiles> joints = joints(start);
    try (TrainingProgress progress = new TrainingProgress(spec.commandLine().getErr())) {
      Optional<String> leaks = options.acceptedLeaks(cohort, division(cohort), progress);
      options.prepare(configuration, leaks);
      FinalFit study = new FinalFit(configuration, out, options.resume(), progress);
      FinalFit.Fitted fitted;
      try (TrainWorkers others = workers.start(spec)) {
        fitted = fit(configuration, cohort, start, others, progress);
      }
      Bundle bundle =
          study.bundle(cohort, fitted, outOfFold(cohort), joints, request(out, leaks, start));
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
    } catch (WorkerLostException e) {
      return lost(e);
    }
    return 0;
  }

  /** Fits with the others; files are written here. */
  private FinalFit.Fitted fit(
      TrainingConfiguration configuration,
      Cohort cohort,
      Optional<StartingBundle> start,
      TrainWorkers others,
      TrainingProgress progress)
      throws IOException {
    try {
      options.useThreads(workers.count());
      KneeSet knees =
          StudyOptions.knees(cohort, configuration, StudyOptions::annotatedOnly, progress);
      FitRun run = new FitRun(options.out(), options.resume(), progress, others.meet());
      return new FinalFit(configuration, run)
          .fit(cohort, knees, options.initialWeights(start, run), crossval.isPresent());
    } catch (WorkerLostException e) {
      throw new WorkerLostException(
          "%s (%s); --resume goes on from the last whole epoch"
              .formatted(e.getMessage(), others.ended()));
    }
  }

  /** Fits along with the first process and writes nothing. */
  private int help() throws IOException {
    Optional<StartingBundle> start = options.startingBundle();
    Cohort cohort = options.cohort();
    TrainingConfiguration configuration = options.configuration(start, cohort);
    options.useThreads(workers.count());
    KneeSet knees =
        StudyOptions.knees(
            cohort,
            configuration,
            StudyOptions::annotatedOnly,
            org.strnet.training.loop.Progress.SILENT);
    try (WorkerGroup group = workers.join()) {
      FitRun run =
          new FitRun(
              options.out(), options.resume(), org.strnet.training.loop.Progress.SILENT, group);
      new FinalFit(configuration, run)
          .join(cohort, knees, options.initialWeights(start, run), crossval.isPresent());
      return 0;
    } catch (WorkerLostException e) {
      return lost(e);
    }
  }

  private int lost(WorkerLostException e) {
    spec.commandLine().getErr().println("strnet: " + e.getMessage());
    spec.commandLine().getErr().flush();
    return 1;
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

  /** The finder asked for; else that of the bundle that training goes on from. */
  private Optional<FinderFiles> joints(Optional<StartingBundle> start) throws IOException {
    return finder.isPresent()
        ? Optional.of(FinderFiles.of(finder.get()))
        : start.flatMap(StartingBundle::finder);
  }

  private FinalFit.BundleRequest request(
      Path out, Optional<String> leaks, Optional<StartingBundle> start) throws IOException {
    List<QuotedFigure> figures = new ArrayList<>();
    crossval.ifPresent(folder -> figures.addAll(StudyFigures.of(folder)));
    quoted.forEach(folder -> figures.addAll(StudyFigures.of(folder)));
    String command =
        "strnet train"
            + (start.isPresent() ? " --from BUNDLE" : "")
            + (crossval.isPresent() ? " --crossval DIR" : "");
    return new FinalFit.BundleRequest(
        RunOrigin.of(command, System.getProperty("strnet.commit", "unknown"), figures)
            .accepting(leaks)
            .from(start.map(StartingBundle::parent)),
        out.resolve("bundle"),
        options.replace());
  }
}
