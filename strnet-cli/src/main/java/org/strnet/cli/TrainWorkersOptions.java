package org.strnet.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.strnet.provenance.BadInputException;
import org.strnet.training.parallel.GlooGroup;
import org.strnet.training.parallel.WorkerGroup;
import org.strnet.training.parallel.WorkerRank;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** How many processes fit a network together, and which of them this is. */
final class TrainWorkersOptions {

  @Option(
      names = "--workers",
      paramLabel = "N",
      description =
          "Processes of this machine that share every batch; 1 by default. The threads are divided"
              + " among them.")
  private int workers = 1;

  // The first process starts the others with its own arguments and these two.
  @Option(names = "--worker-rank", hidden = true)
  private int rank;

  @Option(names = "--worker-store", hidden = true)
  private Optional<Path> store = Optional.empty();

  int count() {
    if (workers < 1) {
      throw new BadInputException("--workers", "must be at least 1, found " + workers);
    }
    return workers;
  }

  /** Whether another process started this one and writes the results. */
  boolean helps() {
    return store.isPresent();
  }

  /** Starts the others, if any; for the first process. */
  TrainWorkers start(CommandSpec spec) throws IOException {
    List<String> arguments = spec.root().commandLine().getParseResult().originalArgs();
    return TrainWorkers.start(count(), arguments, spec.commandLine().getErr());
  }

  /** Meets the first process; for the others, which end with it. */
  WorkerGroup join() {
    ProcessHandle.current().parent().ifPresent(TrainWorkersOptions::endWith);
    return GlooGroup.onOneMachine(
        new WorkerRank(rank, count()), store.orElseThrow(), TrainWorkers.PATIENCE);
  }

  private static void endWith(ProcessHandle first) {
    Thread thread =
        new Thread(
            () -> {
              first.onExit().join();
              Runtime.getRuntime().halt(1);
            },
            "first process");
    thread.setDaemon(true);
    thread.start();
  }
}
