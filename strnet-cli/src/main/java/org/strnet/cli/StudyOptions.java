package org.strnet.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.strnet.dataset.Cohort;
import org.strnet.knee.KneeRegion;
import org.strnet.pixels.KneePixels;
import org.strnet.provenance.BadInputException;
import org.strnet.radiograph.Radiograph;
import org.strnet.training.configuration.TrainingConfiguration;
import org.strnet.training.loop.KneeSet;
import org.strnet.training.loop.Progress;
import org.strnet.training.study.InitialWeights;
import org.strnet.training.study.Pretraining;
import org.strnet.training.tensor.Torch;
import picocli.CommandLine.Option;

/** What {@code train} and {@code crossval} are told alike. */
final class StudyOptions {

  @Option(names = "--cohort", required = true, paramLabel = "FILE.csv", description = "The films.")
  private Path cohort = Path.of("");

  @Option(
      names = "--config",
      paramLabel = "FILE.yaml",
      description = "Settings that differ from the defaults.")
  private Optional<Path> config = Optional.empty();

  @Option(names = "--out", required = true, paramLabel = "DIR", description = "Where results go.")
  private Path out = Path.of("");

  @Option(
      names = "--initial-weights",
      paramLabel = "FILE",
      description = "Backbone weights (safetensors) to begin with; random by default.")
  private Optional<Path> initialWeights = Optional.empty();

  @Option(
      names = "--pretrain-cohort",
      paramLabel = "FILE.csv",
      description = "Other films to fit backbone, neck and routing to first.")
  private Optional<Path> pretrainCohort = Optional.empty();

  @Option(
      names = "--pretrain-config",
      paramLabel = "FILE.yaml",
      description = "Settings of that first stage.")
  private Optional<Path> pretrainConfig = Optional.empty();

  @Option(names = "--resume", description = "Go on from what DIR holds.")
  private boolean resume;

  @Option(names = "--force", description = "Write into a folder that is not empty.")
  private boolean force;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Threads of LibTorch; one per core by default.")
  private int threads = Runtime.getRuntime().availableProcessors();

  Path out() {
    return out;
  }

  boolean resume() {
    return resume;
  }

  boolean force() {
    return force;
  }

  TrainingConfiguration configuration() {
    return config.map(TrainingConfiguration::read).orElseGet(TrainingConfiguration::defaults);
  }

  Cohort cohort() {
    return Cohort.read(cohort);
  }

  /** Makes the folder, saves the effective configuration there, sets LibTorch's threads. */
  void prepare(TrainingConfiguration configuration) throws IOException {
    prepareFolder();
    Files.writeString(out.resolve("configuration.yaml"), configuration.toYaml());
  }

  /** Makes the folder, sets LibTorch's threads. */
  void prepareFolder() throws IOException {
    requireFree();
    Files.createDirectories(out);
    Torch.threads(threads);
  }

  /** Refuses a configuration beside settings to choose from. */
  void requireNoConfiguration() {
    if (config.isPresent()) {
      throw new BadInputException("--settings", "stands instead of --config, found both");
    }
  }

  private void requireFree() throws IOException {
    if (resume || force || !Files.exists(out)) {
      return;
    }
    if (!Files.isDirectory(out)) {
      throw new BadInputException(out.toString(), "must be a folder, found a file");
    }
    try (Stream<Path> files = Files.list(out)) {
      if (files.findAny().isPresent()) {
        throw new BadInputException(
            out.toString(), "must be empty; --resume goes on, --force writes into it all the same");
      }
    }
  }

  static KneeSet knees(
      Cohort cohort,
      TrainingConfiguration configuration,
      KneeSet.RegionSource regions,
      Progress progress) {
    KneeSet knees =
        KneeSet.load(
            cohort,
            configuration.targets(),
            new KneePixels(configuration.pixels()),
            configuration.sampling().framingColumn(),
            regions,
            progress);
    knees.required(cohort);
    progress.message(
        "%d films, %d not used".formatted(knees.knees().size(), knees.refused().size()));
    return knees;
  }

  /** The weights to begin with, after the first stage where one is asked for. */
  InitialWeights initialWeights(Progress progress) throws IOException {
    InitialWeights weights = new InitialWeights(initialWeights, Optional.empty());
    if (pretrainCohort.isEmpty()) {
      return weights;
    }
    TrainingConfiguration stage =
        TrainingConfiguration.read(
            pretrainConfig.orElseThrow(
                () -> new BadInputException("--pretrain-cohort", "needs --pretrain-config")));
    Cohort films = Cohort.read(pretrainCohort.get());
    Pretraining pretraining = new Pretraining(stage, out.resolve("pretraining"), resume, progress);
    return weights.withTrunk(
        pretraining.run(
            films, knees(films, stage, StudyOptions::annotatedOnly, progress), weights));
  }

  /** Films without an annotated joint are not used. */
  static Optional<KneeRegion> annotatedOnly(Radiograph film) {
    return Optional.empty();
  }
}
