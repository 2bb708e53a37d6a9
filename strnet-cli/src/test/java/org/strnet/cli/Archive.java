package org.strnet.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** An Orthanc on this machine, started for a test and ended with it. */
final class Archive implements AutoCloseable {

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final int web = freePort();
  private final int dicom = freePort();
  private final Process process;

  private Archive(String program, Path folder) throws IOException {
    Path settings =
        Files.writeString(
            folder.resolve("orthanc.json"),
            """
            {"StorageDirectory": "%1$s", "IndexDirectory": "%1$s", "DicomAet": "ARCHIVE",
             "DicomPort": %2$d, "HttpPort": %3$d, "AuthenticationEnabled": false,
             "DicomAlwaysAllowStore": true, "DicomAlwaysAllowFind": true}
            """
                .formatted(folder.resolve("archive"), dicom, web));
    process =
        new ProcessBuilder(program, settings.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("orthanc.log").toFile())
            .start();
  }

  /** Where a program is, if it is on this machine. */
  static Optional<String> program(String name) {
    String path = System.getenv("PATH") + File.pathSeparator + "/usr/sbin";
    for (String folder : path.split(File.pathSeparator, -1)) {
      if (Files.isExecutable(Path.of(folder, name))) {
        return Optional.of(Path.of(folder, name).toString());
      }
    }
    return Optional.empty();
  }

  /** Starts one whose files are in a folder, and waits until it answers. */
  static Archive start(Path folder) throws IOException, InterruptedException {
    Archive archive = new Archive(program("Orthanc").orElseThrow(), folder);
    waitFor(() -> archive.count("CountInstances") == 0);
    return archive;
  }

  /** Its process. */
  ProcessHandle handle() {
    return process.toHandle();
  }

  /** Its port for C-STORE. */
  int dicomPort() {
    return dicom;
  }

  /** A count of its statistics. */
  int count(String name) throws IOException, InterruptedException {
    return get("/statistics").path(name).asInt(-1);
  }

  /** An answer of its web service. */
  JsonNode get(String path) throws IOException, InterruptedException {
    return new ObjectMapper().readTree(bytes(path));
  }

  /** The bytes of an answer. */
  byte[] bytes(String path) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + web + path))
            .timeout(Duration.ofSeconds(10))
            .build();
    return HTTP.send(request, BodyHandlers.ofByteArray()).body();
  }

  @Override
  public void close() {
    process.destroy();
    try {
      process.waitFor(20, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    process.destroyForcibly();
  }

  /** What is waited for; a peer that does not listen yet has not done it. */
  interface Condition {
    boolean holds() throws IOException, InterruptedException;
  }

  /** Waits, at most 90 seconds. */
  static void waitFor(Condition condition) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(90);
    while (System.nanoTime() < end) {
      try {
        if (condition.holds()) {
          return;
        }
      } catch (IOException e) {
        // Not there yet.
      }
      TimeUnit.MILLISECONDS.sleep(100);
    }
    throw new AssertionError("it did not happen within 90 seconds");
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
