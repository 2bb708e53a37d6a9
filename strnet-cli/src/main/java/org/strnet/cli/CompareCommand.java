package org.strnet.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import org.strnet.bundle.Bundle;
import org.strnet.dataset.Cohort;
import org.strnet.dataset.CohortFilm;
import org.strnet.dataset.Labels;
import org.strnet.dataset.Targets;
import org.strnet.evaluation.comparison.Compared;
import org.strnet.evaluation.comparison.Holm;
import org.strnet.evaluation.head.StudyFilms;
import org.strnet.evaluation.prediction.Prediction;
import org.strnet.evaluation.prediction.PredictionsFile;
import org.strnet.evaluation.study.PairedComparison;
import org.strnet.evaluation.study.StudyDescription.Heads;
import org.strnet.evaluation.study.StudyFile;
import org.strnet.provenance.BadInputException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code strnet compare}. */
@Command(
    name = "compare",
    description = {
      "Compares two bundles, or two predictions.csv, on the films both assess.",
      "Says A minus B of every figure with its interval and p-value. Nothing is tuned. With --out writes comparison.json."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class CompareCommand implements Callable<Integer> {

  @Parameters(index = "0", paramLabel = "A", description = "Bundle, or predictions.csv.")
  private Path first = Path.of("");

  @Parameters(index = "1", paramLabel = "B", description = "Bundle, or predictions.csv.")
  private Path second = Path.of("");

  @Mixin private CohortOptions cohort = new CohortOptions();

  @Option(names = "--out", paramLabel = "DIR", description = "Where comparison.json goes.")
  private Optional<Path> out = Optional.empty();

  @Mixin private AnalysisOptions analysis = new AnalysisOptions();

  @Option(names = "--force", description = "Overwrite an older comparison in DIR.")
  private boolean force;

  @Spec private CommandSpec spec = CommandSpec.create();

  /** Predictions and, of a bundle, what its heads were trained for. */
  private record Side(String name, List<Prediction> predictions, Optional<Bundle> bundle) {}

  @Override
  public Integer call() throws IOException, InterruptedException {
    Cohort films = cohort.films();
    Side a = side(first, films);
    Side b = side(second, films);
    Targets targets = targets(a, b).presentIn(films);
    Heads heads =
        a.bundle()
            .or(b::bundle)
            .map(bundle -> Heads.of(bundle.manifest().targets(), targets))
            .orElse(Heads.BONE_LOSS);
    List<Labels> labels = targets.labels(films);
    List<String> patients = films.films().stream().map(CohortFilm::patient).toList();
    List<Compared> figures =
        PairedComparison.of(
            new StudyFilms(a.predictions(), labels, patients),
            new StudyFilms(b.predictions(), labels, patients),
            analysis.metrics(OptionalDouble.empty(), heads));
    String note = Holm.note(figures.stream().map(Compared::difference).toList());
    if (out.isPresent()) {
      Files.createDirectories(out.get());
      Path file = out.get().resolve("comparison.json");
      StudyFile.writeComparison(file, a.name(), b.name(), figures, note, force);
    }
    PrintWriter text = spec.commandLine().getOut();
    text.printf("%s minus %s, on the films both assess%n", a.name(), b.name());
    StudyOutput.compared(text, figures);
    text.println(note);
    text.println("Research use only.");
    text.flush();
    return 0;
  }

  private Side side(Path path, Cohort films) throws IOException, InterruptedException {
    String name = String.valueOf(path.getFileName());
    if (name.endsWith(".csv")) {
      return new Side(path.toString(), PredictionsFile.read(path, films), Optional.empty());
    }
    Bundle bundle = Bundle.load(path);
    return new Side(
        name,
        cohort.predictions(bundle, bundle.manifest(), films, spec.commandLine().getErr()),
        Optional.of(bundle));
  }

  /** Both must have learnt the same; predictions without a bundle are of bone loss. */
  private static Targets targets(Side a, Side b) {
    Optional<Targets> first = a.bundle().map(bundle -> TrainedTargets.of(bundle.manifest()));
    Optional<Targets> second = b.bundle().map(bundle -> TrainedTargets.of(bundle.manifest()));
    if (first.isPresent() && second.isPresent() && !first.equals(second)) {
      throw new BadInputException(
          "compare",
          "both bundles must have the same targets, found %s and %s"
              .formatted(first.get().columns(), second.get().columns()));
    }
    return first.or(() -> second).orElse(Targets.BONE);
  }
}
