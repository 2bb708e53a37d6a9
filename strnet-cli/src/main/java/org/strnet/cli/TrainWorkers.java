package org.strnet.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.strnet.training.parallel.GlooGroup;
import org.strnet.training.parallel.WorkerGroup;
import org.strnet.training.parallel.WorkerLostException;
import org.strnet.training.parallel.WorkerRank;

/**
 * The other processes of a fit on this machine: started with the command line of this one, watched
 * until they meet it, ended with it. They find it by a file in a private folder and speak over the
 * loopback device. Those of other machines are started there, and met at a port of this one.
 */
final class TrainWorkers implements AutoCloseable {

  private static final String STORE = "store";
  private static final String HEAP = "-XX:MaxRAMPercentage=";

  private final int workers;
  private final Supplier<GlooGroup> meeting;
  private final Optional<Path> folder;
  private final List<Process> others = new ArrayList<>();
  private WorkerGroup group = WorkerGroup.alone();

  private TrainWorkers(int workers, Supplier<GlooGroup> meeting, Optional<Path> folder) {
    this.workers = workers;
    this.meeting = meeting;
    this.folder = folder;
  }

  /**
   * The others were started on other machines.
   *
   * @param workers how many there are with this one
   * @param rendezvous where this one listens
   * @param patience the longest that one worker waits for another
   */
  static TrainWorkers elsewhere(int workers, InetSocketAddress rendezvous, Duration patience) {
    WorkerRank first = new WorkerRank(0, workers);
    return new TrainWorkers(
        workers, () -> GlooGroup.overNetwork(first, rendezvous, patience), Optional.empty());
  }

  /**
   * Starts all but the first.
   *
   * @param workers how many there are with this one; 1 starts none
   * @param arguments of this process
   * @param patience the longest that one worker waits for another
   * @param err receives what the others say, line by line with their number
   */
  static TrainWorkers start(int workers, List<String> arguments, Duration patience, PrintWriter err)
      throws IOException {
    Path folder = Files.createTempDirectory("strnet-workers");
    Path store = folder.resolve(STORE);
    WorkerRank first = new WorkerRank(0, workers);
    TrainWorkers all =
        new TrainWorkers(
            workers, () -> GlooGroup.onOneMachine(first, store, patience), Optional.of(folder));
    try {
      for (int rank = 1; rank < workers; rank++) {
        Process process =
            new ProcessBuilder(command(workers, rank, store, arguments))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        all.others.add(process);
        pass(process, "worker " + rank + ": ", err);
      }
      return all;
    } catch (IOException e) {
      all.close();
      throw e;
    }
  }

  private static List<String> command(int workers, int rank, Path store, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElse("java"));
    for (String option : ManagementFactory.getRuntimeMXBean().getInputArguments()) {
      if (option.startsWith(HEAP)) {
        double share = Double.parseDouble(option.substring(HEAP.length())) / workers;
        command.add(HEAP + String.format(Locale.ROOT, "%.1f", share));
      } else if (!option.startsWith("-agentlib:")) {
        command.add(option);
      }
    }
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Strnet.class.getName()));
    command.addAll(arguments);
    command.addAll(List.of("--rank", String.valueOf(rank), "--worker-store", store.toString()));
    return command;
  }

  private static void pass(Process process, String prefix, PrintWriter err) {
    Thread thread =
        new Thread(
            () -> {
              try (BufferedReader lines = process.errorReader(StandardCharsets.UTF_8)) {
                lines.lines().forEach(line -> err.println(prefix + line));
                err.flush();
              } catch (IOException | UncheckedIOException e) {
                // The process was ended: what it had to say is of no more interest.
                err.flush();
              }
            },
            prefix.strip());
    thread.setDaemon(true);
    thread.start();
  }

  /**
   * Waits for the others.
   *
   * @throws WorkerLostException if one ends before, or none comes in time
   */
  WorkerGroup meet() {
    if (workers == 1) {
      return group;
    }
    CompletableFuture<WorkerGroup> met = new CompletableFuture<>();
    Thread thread = new Thread(() -> meet(met), "workers");
    thread.setDaemon(true);
    thread.start();
    try {
      CompletableFuture.anyOf(met, firstExit()).join();
      if (!met.isDone()) {
        throw new WorkerLostException("a worker ended before the fit began");
      }
      group = met.join();
      return group;
    } catch (CompletionException e) {
      throw e.getCause() instanceof WorkerLostException lost ? lost : e;
    }
  }

  private CompletableFuture<Object> firstExit() {
    return CompletableFuture.anyOf(
        others.stream().map(Process::onExit).toArray(CompletableFuture<?>[]::new));
  }

  private void meet(CompletableFuture<WorkerGroup> met) {
    try {
      met.complete(meeting.get());
    } catch (WorkerLostException e) {
      met.completeExceptionally(e);
    }
  }

  /** Which of the others have ended, and how; waits for the news up to two seconds. */
  String ended() {
    if (folder.isEmpty()) {
      return "the others run on other machines";
    }
    firstExit().completeOnTimeout(this, 2, TimeUnit.SECONDS).join();
    List<String> ended = new ArrayList<>();
    for (int i = 0; i < others.size(); i++) {
      if (!others.get(i).isAlive()) {
        ended.add("worker %d ended with code %d".formatted(i + 1, others.get(i).exitValue()));
      }
    }
    return ended.isEmpty() ? "all still run" : ended.stream().collect(Collectors.joining(", "));
  }

  /** Ends what still runs. */
  @Override
  public void close() {
    group.close();
    others.forEach(Process::destroy);
    try {
      if (folder.isPresent()) {
        Files.deleteIfExists(folder.get().resolve(STORE));
        Files.deleteIfExists(folder.get());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
