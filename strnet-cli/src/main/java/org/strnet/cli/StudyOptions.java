package org.strnet.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.strnet.audit.LeakCheck;
import org.strnet.audit.film.Workers;
import org.strnet.audit.split.SplitLeaks;
import org.strnet.dataset.Cohort;
import org.strnet.dataset.Contradiction;
import org.strnet.dataset.Contradictions;
import org.strnet.dataset.Split;
import org.strnet.evaluation.estimate.Estimate;
import org.strnet.evaluation.estimate.Metrics;
import org.strnet.knee.KneeRegion;
import org.strnet.pixels.KneePixels;
import org.strnet.provenance.BadInputException;
import org.strnet.radiograph.Radiograph;
import org.strnet.training.configuration.TrainingConfiguration;
import org.strnet.training.loop.KneeSet;
import org.strnet.training.loop.Progress;
import org.strnet.training.study.FitRun;
import org.strnet.training.study.InitialWeights;
import org.strnet.training.study.Pretraining;
import org.strnet.training.study.StartingBundle;
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
      names = "--from",
      paramLabel = "BUNDLE",
      description =
          "Go on from this bundle's network, with its configuration; --config changes that, the"
              + " network's shape excepted. How much of the backbone moves follows the number of films.")
  private Optional<Path> from = Optional.empty();

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
      names = "--allow-leaks",
      description =
          "Go on with a cohort in which one patient, or duplicates of one film, stand on two sides"
              + " of the split; the bundle and the metrics record it.")
  private boolean allowLeaks;

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

  /** Whether older results are replaced. */
  boolean replace() {
    return resume || force;
  }

  /** The bundle to go on from. */
  Optional<StartingBundle> startingBundle() throws IOException {
    if (from.isEmpty()) {
      return Optional.empty();
    }
    if (initialWeights.isPresent() || pretrainCohort.isPresent()) {
      throw new BadInputException(
          "--from", "stands instead of --initial-weights and --pretrain-cohort, found both");
    }
    return Optional.of(StartingBundle.read(from.get()));
  }

  /**
   * The configuration of a cohort's training.
   *
   * @param start the bundle to go on from
   */
  TrainingConfiguration configuration(Optional<StartingBundle> start, Cohort films) {
    return start
        .map(bundle -> bundle.configuration(config, films.sha256(), learntFrom(films)))
        .orElseGet(
            () ->
                config.map(TrainingConfiguration::read).orElseGet(TrainingConfiguration::defaults));
  }

  private static int learntFrom(Cohort films) {
    return (int)
        films.usable().films().stream()
            .filter(film -> film.split().orElse(Split.TRAIN) == Split.TRAIN)
            .count();
  }

  /** The films; contradictions other than leaks are refused always. */
  Cohort cohort() {
    Cohort read = Cohort.read(cohort, contradictions());
    if (read.contradictions().stream().anyMatch(c -> c.kind() != Contradiction.Kind.SPLIT)) {
      return Cohort.read(cohort);
    }
    return read;
  }

  /** What is done about a patient on two sides. */
  Contradictions contradictions() {
    return allowLeaks ? Contradictions.REPORT_AND_GO_ON : Contradictions.REFUSE;
  }

  /**
   * Refuses a cohort with leaks unless told to go on; then what was accepted, for the record.
   *
   * @param division what divides the cohort
   */
  Optional<String> acceptedLeaks(Cohort films, SplitLeaks.Division division, Progress progress)
      throws InterruptedException {
    AtomicInteger done = new AtomicInteger();
    int usable = films.usable().size();
    Runnable filmRead =
        () -> {
          int read = done.incrementAndGet();
          progress.step("looking for leaks", read, usable);
          if (read == usable) {
            progress.message("comparing films that look alike; a thousand crops take minutes");
          }
        };
    SplitLeaks leaks = LeakCheck.of(films, division, new Workers(threads), filmRead);
    if (!allowLeaks) {
      LeakCheck.refuse(films, leaks, "--allow-leaks goes on");
    }
    return leaks.count() == 0 ? Optional.empty() : Optional.of(leaks.text());
  }

  /** Metrics that say which leaks were accepted. */
  static Metrics recording(Metrics metrics, Optional<String> acceptedLeaks, Cohort films) {
    return acceptedLeaks
        .map(
            leaks ->
                metrics.plus(
                    new Metrics(
                        Map.of(
                            "split.accepted_leaks",
                            Estimate.ofValue(1, films.size(), "told to go on with " + leaks)))))
        .orElse(metrics);
  }

  /** Makes the folder, saves the effective configuration there, sets LibTorch's threads. */
  void prepare(TrainingConfiguration configuration, Optional<String> acceptedLeaks)
      throws IOException {
    prepareFolder();
    String record = acceptedLeaks.map(leaks -> "# told to go on with " + leaks + "\n").orElse("");
    Files.writeString(out.resolve("configuration.yaml"), record + configuration.toYaml());
  }

  /** Makes the folder, sets LibTorch's threads. */
  void prepareFolder() throws IOException {
    Files.createDirectories(out);
    useThreads(1);
  }

  /** Sets LibTorch's threads: this process's share of them. */
  void useThreads(int workers) {
    Torch.threads(workers == 1 ? threads : Math.max(1, threads / workers));
  }

  /** Refuses a configuration beside settings to choose from. */
  void requireNoConfiguration() {
    if (config.isPresent()) {
      throw new BadInputException("--settings", "stands instead of --config, found both");
    }
  }

  /** Refuses a folder that holds something, before any work is done. */
  void requireFree() throws IOException {
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
  InitialWeights initialWeights(Optional<StartingBundle> start, FitRun run) throws IOException {
    if (start.isPresent()) {
      return InitialWeights.of(start.get());
    }
    InitialWeights weights = InitialWeights.ofBackbone(initialWeights);
    if (pretrainCohort.isEmpty()) {
      return weights;
    }
    TrainingConfiguration stage =
        TrainingConfiguration.read(
            pretrainConfig.orElseThrow(
                () -> new BadInputException("--pretrain-cohort", "needs --pretrain-config")));
    Cohort films = Cohort.read(pretrainCohort.get());
    Pretraining pretraining = new Pretraining(stage, run.in(out.resolve("pretraining")));
    return weights.withTrunk(
        pretraining.run(
            films, knees(films, stage, StudyOptions::annotatedOnly, run.progress()), weights));
  }

  /** Films without an annotated joint are not used. */
  static Optional<KneeRegion> annotatedOnly(Radiograph film) {
    return Optional.empty();
  }
}
