package org.strnet.cli;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
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

  @Option(
      names = "--rendezvous",
      paramLabel = "HOST:PORT",
      description =
          "For workers on several machines, in a network of their own: each is started with the same"
              + " command and its --rank; rank 0 runs on HOST and listens on PORT.")
  private Optional<String> rendezvous = Optional.empty();

  @Option(
      names = "--rank",
      paramLabel = "R",
      description =
          "With --rendezvous: which of the N workers this is, 0 to N-1; 0 alone writes results.")
  private int rank;

  @Option(
      names = "--worker-timeout",
      paramLabel = "SECONDS",
      description = "Longest wait for another worker; 600 by default.")
  private int timeout = 600;

  // The first process of one machine starts the others with its own arguments, --rank and this.
  @Option(names = "--worker-store", hidden = true)
  private Optional<Path> store = Optional.empty();

  /**
   * How many there are with this one.
   *
   * @throws BadInputException if the options contradict each other
   */
  int count() {
    if (workers < 1) {
      throw new BadInputException("--workers", "must be at least 1, found " + workers);
    }
    if (timeout < 1) {
      throw new BadInputException("--worker-timeout", "must be at least 1, found " + timeout);
    }
    if (rank < 0 || rank >= workers) {
      throw new BadInputException(
          "--rank", "must be 0 to %d, found %d".formatted(workers - 1, rank));
    }
    if (rank > 0 && rendezvous.isEmpty() && store.isEmpty()) {
      throw new BadInputException("--rank", "needs --rendezvous");
    }
    meetingPlace();
    return workers;
  }

  private Optional<InetSocketAddress> meetingPlace() {
    return rendezvous.map(TrainWorkersOptions::address);
  }

  private static InetSocketAddress address(String text) {
    int colon = text.lastIndexOf(':');
    try {
      int port = Integer.parseInt(text.substring(colon + 1));
      if (colon > 0 && port > 0) {
        return new InetSocketAddress(text.substring(0, colon), port);
      }
    } catch (IllegalArgumentException e) {
      throw new BadInputException("--rendezvous", "must be HOST:PORT, found " + text, e);
    }
    throw new BadInputException("--rendezvous", "must be HOST:PORT, found " + text);
  }

  /** Whether another process writes the results. */
  boolean helps() {
    return rank > 0;
  }

  /** Starts the others, if any; for the first process. */
  TrainWorkers start(CommandSpec spec) throws IOException {
    Duration patience = Duration.ofSeconds(timeout);
    Optional<InetSocketAddress> place = meetingPlace();
    if (place.isPresent()) {
      return TrainWorkers.elsewhere(count(), place.get(), patience);
    }
    List<String> arguments = spec.root().commandLine().getParseResult().originalArgs();
    return TrainWorkers.start(count(), arguments, patience, spec.commandLine().getErr());
  }

  /** Meets the first process; for the others, which end with it. */
  WorkerGroup join() {
    WorkerRank own = new WorkerRank(rank, count());
    Duration patience = Duration.ofSeconds(timeout);
    Optional<InetSocketAddress> place = meetingPlace();
    if (place.isPresent()) {
      return GlooGroup.overNetwork(own, place.get(), patience);
    }
    ProcessHandle.current().parent().ifPresent(TrainWorkersOptions::endWith);
    return GlooGroup.onOneMachine(own, store.orElseThrow(), patience);
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
