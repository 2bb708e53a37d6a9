package org.strnet.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import org.strnet.bundle.Bundle;
import org.strnet.dataset.Cohort;
import org.strnet.dataset.CohortFilm;
import org.strnet.dataset.Targets;
import org.strnet.evaluation.prediction.Prediction;
import org.strnet.evaluation.prediction.PredictionsFile;
import org.strnet.evaluation.study.StudyDescription;
import org.strnet.evaluation.study.StudyDescription.BundleIdentity;
import org.strnet.evaluation.study.StudyDescription.CohortIdentity;
import org.strnet.evaluation.study.StudyDescription.Heads;
import org.strnet.evaluation.study.StudyDescription.UsedOperatingPoint;
import org.strnet.evaluation.study.StudyEvaluation;
import org.strnet.evaluation.study.StudyResults;
import org.strnet.network.Precision;
import org.strnet.study.checklist.Checklists;
import org.strnet.study.checklist.StudyFacts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code strnet evaluate}. */
@Command(
    name = "evaluate",
    description = {
      "Measures a bundle on a cohort at the bundle's own operating point and calibration, unchanged.",
      "Writes predictions.csv, metrics.json, study.json, report.html, report.pdf and the checklists."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class EvaluateCommand implements Callable<Integer> {

  @Option(names = "--bundle", paramLabel = "BUNDLE", description = "The released one by default.")
  private Optional<Path> bundle = Optional.empty();

  @Option(
      names = "--predictions",
      paramLabel = "FILE.csv",
      description = "What the bundle said before, instead of screening the films again.")
  private Optional<Path> predictions = Optional.empty();

  @Mixin private CohortOptions cohort = new CohortOptions();

  @Mixin private PrecisionOption precision = new PrecisionOption();

  @Option(names = "--out", required = true, paramLabel = "DIR", description = "Where results go.")
  private Path out = Path.of("");

  @Mixin private AnalysisOptions analysis = new AnalysisOptions();

  @Mixin private ReportOptions reports = new ReportOptions();

  @Option(names = "--force", description = "Overwrite older results in DIR.")
  private boolean force;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException, InterruptedException {
    Bundle used = Bundle.load(bundle.isPresent() ? bundle.get() : Installation.screeningBundle());
    Cohort films = cohort.films();
    Targets targets = TrainedTargets.of(used.manifest()).presentIn(films);
    List<Prediction> said =
        predictions.isPresent()
            ? PredictionsFile.read(predictions.get(), films)
            : cohort.predictions(
                used, precision.precision(), used.manifest(), films, spec.commandLine().getErr());
    StudyDescription description = description(used, films, targets);
    warn(description);
    StudyResults study =
        StudyEvaluation.of(
            description,
            films,
            said,
            targets,
            analysis
                .settings(
                    OptionalDouble.of(used.manifest().operatingPoint().threshold()),
                    description.heads())
                .withZones(used.manifest().zones()));
    Files.createDirectories(out);
    StudyOutput.write(study, out, force);
    try (ExplainedFilms pictures =
        ExplainedFilms.open(used, precision.precision(), cohort.regions())) {
      reports.write(study, pictures, out, force);
    }
    Checklists.write(
        out, StudyFacts.ofFolder(out).withBundle(used.manifest(), used.sha256()), force);
    StudyOutput.print(spec.commandLine().getOut(), study);
    return 0;
  }

  private void warn(StudyDescription description) {
    if (description.bundle().filter(BundleIdentity::trainedOnThisCohort).isPresent()) {
      spec.commandLine()
          .getErr()
          .println(
              "The bundle was fitted to this very cohort file: only rows held out of the fit"
                  + " (split=test) say what it is worth.");
    }
  }

  private StudyDescription description(Bundle used, Cohort films, Targets targets)
      throws IOException {
    boolean known = used.manifest().training().cohortHash().equals(films.sha256());
    return new StudyDescription(
        "%s on %s".formatted(used.name(), films.source().getFileName()),
        StudyDescription.Mode.EXTERNAL,
        Optional.of(new BundleIdentity(used.name(), used.sha256(), known)),
        new CohortIdentity(
            String.valueOf(films.source().getFileName()),
            films.sha256(),
            films.size(),
            (int) films.films().stream().map(CohortFilm::patient).distinct().count(),
            cohort.where()),
        cohort.regions(),
        List.of(new UsedOperatingPoint("all", used.manifest().operatingPoint())),
        Heads.of(used.manifest().targets(), targets),
        new StudyDescription.Resampling(analysis.repetitions(), analysis.seed()),
        new StudyDescription.Run(Version.text(), command(), LocalDate.now(ZoneOffset.UTC)));
  }

  private String command() {
    return precision.precision() == Precision.FLOAT32
        ? "strnet evaluate"
        : "strnet evaluate --precision " + precision.precision().code();
  }
}
