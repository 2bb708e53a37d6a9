package org.strnet.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import org.strnet.bundle.Bundle;
import org.strnet.dataset.Cohort;
import org.strnet.dataset.CohortFilm;
import org.strnet.dataset.Targets;
import org.strnet.evaluation.estimate.Metrics;
import org.strnet.evaluation.estimate.MetricsFile;
import org.strnet.evaluation.prediction.Prediction;
import org.strnet.evaluation.prediction.PredictionsFile;
import org.strnet.evaluation.study.CohortScreening;
import org.strnet.evaluation.study.StudyMetrics;
import org.strnet.inference.BundleNetworks;
import org.strnet.provenance.BadInputException;
import org.strnet.screening.Explanations;
import org.strnet.screening.Screener;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code strnet evaluate}. */
@Command(
    name = "evaluate",
    description = {
      "Measures a bundle on a cohort at the bundle's own operating point and calibration, unchanged.",
      "Writes predictions.csv and metrics.json."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class EvaluateCommand implements Callable<Integer> {

  private static final long BOOTSTRAP_SEED = 1;

  @Option(names = "--bundle", paramLabel = "BUNDLE", description = "The released one by default.")
  private Optional<Path> bundle = Optional.empty();

  @Option(names = "--cohort", required = true, paramLabel = "FILE.csv", description = "The films.")
  private Path cohort = Path.of("");

  @Option(names = "--out", required = true, paramLabel = "DIR", description = "Where results go.")
  private Path out = Path.of("");

  @Option(
      names = "--where",
      paramLabel = "COL=VALUE",
      description = "Only films with this value in this column, e.g. split=test.")
  private Optional<String> where = Optional.empty();

  @Option(
      names = "--regions",
      paramLabel = "WHICH",
      description =
          "Knees as ${COMPLETION-CANDIDATES}: annotated joints where the cohort has them (default),"
              + " or always those the finder finds.")
  private CohortScreening.Regions regions = CohortScreening.Regions.ANNOTATED;

  @Option(names = "--force", description = "Overwrite older results in DIR.")
  private boolean force;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Films assessed at once; one per core by default.")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException, InterruptedException {
    Bundle used = Bundle.load(bundle.isPresent() ? bundle.get() : Installation.screeningBundle());
    Cohort films = films();
    Targets targets = TrainedTargets.of(used.manifest()).presentIn(films);
    List<Prediction> predictions = predictions(used, films);
    Files.createDirectories(out);
    PredictionsFile.write(out.resolve("predictions.csv"), predictions, force);
    Metrics metrics =
        StudyMetrics.of(
            predictions,
            targets.labels(films),
            films.films().stream().map(CohortFilm::patient).toList(),
            OptionalDouble.of(used.manifest().operatingPoint().threshold()),
            BOOTSTRAP_SEED);
    MetricsFile.write(out.resolve("metrics.json"), metrics, force);
    MetricsTable.print(spec.commandLine().getOut(), metrics);
    return 0;
  }

  private Cohort films() {
    Cohort all = Cohort.read(cohort);
    if (where.isEmpty()) {
      return all;
    }
    String[] parts = where.get().split("=", 2);
    if (parts.length != 2) {
      throw new BadInputException("--where", "must be column=value, found " + where.get());
    }
    return all.where(parts[0], parts[1]);
  }

  private List<Prediction> predictions(Bundle used, Cohort films)
      throws IOException, InterruptedException {
    try (BundleNetworks networks = BundleNetworks.open(used);
        Progress progress =
            Progress.of(
                Terminal.current(),
                spec.commandLine().getErr(),
                "screening",
                "films",
                films.size())) {
      Screener screener =
          networks.joints().isPresent()
              ? Screener.of(used, networks.network(), networks.joints().get(), Explanations.NONE)
              : Screener.ofAnnotated(used.manifest(), networks.network(), Explanations.NONE);
      return new CohortScreening(screener, regions, threads).predictions(films, progress::step);
    }
  }
}
