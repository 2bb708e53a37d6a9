package org.strnet.server;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A PostgreSQL of its own in an empty folder, on a free port, started as somebody unprivileged. */
final class TemporaryPostgres implements AutoCloseable {

  private static final Path DEBIAN = Path.of("/usr/lib/postgresql");
  private static final long PATIENCE_MILLIS = 60_000;

  private final Path folder;
  private final Process process;
  private final int port;

  private TemporaryPostgres(Path folder, Process process, int port) {
    this.folder = folder;
    this.process = process;
    this.port = port;
  }

  /** The newest installed programs; empty where there are none. */
  static Optional<Path> programs() throws IOException {
    Optional<Path> found = Optional.empty();
    if (Files.isDirectory(DEBIAN)) {
      try (DirectoryStream<Path> versions = Files.newDirectoryStream(DEBIAN)) {
        for (Path version : versions) {
          Path programs = version.resolve("bin");
          if (Files.isExecutable(programs.resolve("initdb"))
              && (found.isEmpty() || programs.compareTo(found.get()) > 0)) {
            found = Optional.of(programs);
          }
        }
      }
    }
    return found;
  }

  static TemporaryPostgres start(Path programs) throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("strnet-postgres");
    if (isRoot()) {
      run(List.of("chown", "postgres", folder.toString()));
    }
    String data = folder.resolve("data").toString();
    run(
        asNobody(
            programs.resolve("initdb").toString(),
            "-D",
            data,
            "-U",
            "strnet",
            "-A",
            "trust",
            "-E",
            "UTF8",
            "--no-sync"));
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    Process process =
        new ProcessBuilder(
                asNobody(
                    programs.resolve("postgres").toString(),
                    "-D",
                    data,
                    "-F",
                    "-p",
                    Integer.toString(port),
                    "-k",
                    folder.toString(),
                    "-c",
                    "listen_addresses=127.0.0.1"))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    TemporaryPostgres postgres = new TemporaryPostgres(folder, process, port);
    postgres.awaitAnswer();
    return postgres;
  }

  private void awaitAnswer() throws InterruptedException {
    long deadline = System.currentTimeMillis() + PATIENCE_MILLIS;
    while (true) {
      try {
        DriverManager.getConnection(url(), "strnet", "").close();
        return;
      } catch (SQLException e) {
        if (System.currentTimeMillis() > deadline || !process.isAlive()) {
          close();
          throw new IllegalStateException("PostgreSQL does not answer", e);
        }
        Thread.sleep(100);
      }
    }
  }

  String url() {
    return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
  }

  private static boolean isRoot() {
    return "root".equals(System.getProperty("user.name"));
  }

  private static List<String> asNobody(String... command) {
    List<String> all = new ArrayList<>();
    if (isRoot()) {
      all.addAll(List.of("setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"));
    }
    all.addAll(List.of(command));
    return all;
  }

  private static void run(List<String> command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said =
        new String(
            process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IllegalStateException(command.get(0) + " failed: " + said);
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
      run(List.of("rm", "-rf", folder.toString()));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
