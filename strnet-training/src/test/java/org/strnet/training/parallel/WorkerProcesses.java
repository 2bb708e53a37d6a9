package org.strnet.training.parallel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Several JVMs that run one main class, each told its rank, their number and the store's file. */
public record WorkerProcesses(Class<?> main, Path folder, int workers) {

  /**
   * What one of them left.
   *
   * @param exitCode of the process
   * @param text all it printed
   */
  public record Ended(int exitCode, String text) {}

  /** Runs them to their end, at most a minute. */
  public List<Ended> run(String... more) throws IOException, InterruptedException {
    Path store = Files.createTempDirectory(folder, "store").resolve("store");
    List<Process> running = new ArrayList<>();
    for (int rank = 0; rank < workers; rank++) {
      running.add(start(rank, store, more));
    }
    List<Ended> ended = new ArrayList<>();
    for (int rank = 0; rank < workers; rank++) {
      if (!running.get(rank).waitFor(60, TimeUnit.SECONDS)) {
        running.forEach(Process::destroyForcibly);
      }
      ended.add(new Ended(running.get(rank).waitFor(), Files.readString(text(store, rank))));
    }
    return ended;
  }

  private Process start(int rank, Path store, String... more) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName(),
                String.valueOf(rank),
                String.valueOf(workers),
                store.toString()));
    command.addAll(List.of(more));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(text(store, rank).toFile())
        .start();
  }

  private static Path text(Path store, int rank) {
    return store.resolveSibling("text-" + rank);
  }
}
