package org.strnet.training.loop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.strnet.network.ClinicalEncoding;
import org.strnet.training.configuration.TrainingConfiguration;
import org.strnet.training.network.BackboneKind;
import org.strnet.training.network.StrNet;
import org.strnet.training.network.StrNetSettings;
import org.strnet.training.parallel.GlooGroup;
import org.strnet.training.parallel.WorkerGroup;
import org.strnet.training.parallel.WorkerProcesses;
import org.strnet.training.parallel.WorkerRank;
import org.strnet.training.tensor.Torch;

/**
 * Films per second of one process of two threads and of two processes of one thread, in turn; run
 * by hand, asserts nothing. Three epochs of 32 films a run, of which the first warms up.
 */
final class WorkersSpeed {

  private static final int FILMS = 32;

  private WorkersSpeed() {}

  /**
   * @param arguments number of rounds (3); or, for one of the processes, rank, workers, store,
   *     folder
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    if (arguments.length > 1) {
      fit(arguments);
      System.exit(0);
    }
    int rounds = arguments.length == 1 ? Integer.parseInt(arguments[0]) : 3;
    Path folder = Files.createTempDirectory("workers-speed");
    for (int round = 0; round < rounds; round++) {
      for (int workers = 1; workers <= 2; workers++) {
        for (WorkerProcesses.Ended ended :
            new WorkerProcesses(WorkersSpeed.class, folder, workers).run(folder.toString())) {
          System.out.print(ended.text());
        }
      }
    }
  }

  private static void fit(String... arguments) throws IOException {
    WorkerRank rank =
        new WorkerRank(Integer.parseInt(arguments[0]), Integer.parseInt(arguments[1]));
    Torch.threads(2 / rank.workers());
    Path folder = Files.createTempDirectory(Path.of(arguments[3]), "run");
    TrainingConfiguration configuration =
        TrainingConfiguration.parse(
            "speed", "pixels: {inputSize: 160}\noptimisation: {epochs: 3, batchSize: 16}\n");
    try (WorkerGroup group =
        rank.workers() == 1
            ? WorkerGroup.alone()
            : GlooGroup.onOneMachine(rank, Path.of(arguments[2]), Duration.ofMinutes(1))) {
      StrNet network =
          StrNet.create(StrNetSettings.defaults().withBackbone(BackboneKind.MOBILENET_V2, 1), 3);
      int side = configuration.pixels().inputSize();
      new Trainer(configuration, new ClinicalEncoding(List.of()), folder, Progress.SILENT, group)
          .fit(network, SyntheticKnees.of(FILMS, side, 1), List.of(), false);
      EpochLog.resumed(folder, 3).records().stream()
          .skip(1)
          .forEach(
              epoch ->
                  System.out.printf(
                      "%d workers, %d pixels, %.2f films/s%n",
                      rank.workers(), side, epoch.filmsPerSecond()));
    }
  }
}
