package org.strnet.dicom.node.receive;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.strnet.dicom.node.Stage;
import org.strnet.dicom.node.TestObjects;

/**
 * Films per second of the durable receiver and of DCMTK's {@code storescp} with its default
 * options, which forces nothing to disk, in one run: {@code storescu} sends the same films to each
 * in turn. Run by hand; arguments: folder for the films, films, size, rounds.
 */
public final class IngestBenchmark {

  /** Whether DCMTK's programs send small writes at once, on both sides. */
  private static boolean noDelay;

  private IngestBenchmark() {}

  /** DCMTK gathers small writes unless its environment says otherwise (its envvars.txt). */
  private static Process start(List<String> command) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command);
    if (noDelay) {
      builder.environment().put("TCP_NODELAY", "1");
    }
    return builder
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  /** Prints medians and their ratio for 1, 2 and 4 associations. */
  public static void main(String[] arguments) throws Exception {
    Path root = Path.of(arguments[0]);
    int films = Integer.parseInt(arguments[1]);
    int size = Integer.parseInt(arguments[2]);
    int rounds = Integer.parseInt(arguments[3]);
    noDelay = arguments.length > 4;
    List<Path> files = TestObjects.write(root.resolve("films"), 1, films, size);
    System.out.printf("%d films of %d x %d, 16 bit; %d rounds%n", films, size, size, rounds);
    for (int associations : new int[] {1, 2, 4}) {
      double[] ours = new double[rounds];
      double[] theirs = new double[rounds];
      for (int round = -1; round < rounds; round++) {
        double mine = films / node(root, files, associations);
        double other = films / storescp(root, files, associations);
        if (round >= 0) {
          ours[round] = mine;
          theirs[round] = other;
        }
      }
      System.out.printf(
          "%d associations: node %.1f films/s %s, storescp %.1f films/s %s, ratio %.2f%n",
          associations,
          median(ours),
          Arrays.toString(Arrays.stream(ours).mapToLong(Math::round).toArray()),
          median(theirs),
          Arrays.toString(Arrays.stream(theirs).mapToLong(Math::round).toArray()),
          median(ours) / median(theirs));
    }
    delete(root);
  }

  private static double node(Path root, List<Path> files, int associations) throws Exception {
    Path folder = root.resolve("node");
    double seconds;
    try (Stage stage = new Stage(folder);
        DicomReceiver receiver =
            new DicomReceiver(Stage.receiver(Set.of(), 8, Duration.ofSeconds(30)), stage.intake)) {
      seconds = send(receiver.port(), "STRNET", files, associations);
      if (stage.queue.waiting() != files.size()) {
        throw new IllegalStateException("received " + stage.queue.waiting());
      }
    }
    delete(folder);
    return seconds;
  }

  private static double storescp(Path root, List<Path> files, int associations) throws Exception {
    Path folder = Files.createDirectories(root.resolve("storescp"));
    int port = freePort();
    Process server = start(List.of("storescp", "-od", folder.toString(), String.valueOf(port)));
    try {
      awaitPort(port);
      double seconds = send(port, "STORESCP", files, associations);
      try (Stream<Path> received = Files.list(folder)) {
        if (received.count() != files.size()) {
          throw new IllegalStateException("storescp received fewer");
        }
      }
      return seconds;
    } finally {
      server.destroy();
      server.waitFor();
      delete(folder);
    }
  }

  private static double send(int port, String called, List<Path> files, int associations)
      throws Exception {
    List<Process> senders = new ArrayList<>();
    long start = System.nanoTime();
    for (int i = 0; i < associations; i++) {
      List<String> command =
          new ArrayList<>(List.of("storescu", "-aec", called, "127.0.0.1", String.valueOf(port)));
      for (int j = i; j < files.size(); j += associations) {
        command.add(files.get(j).toString());
      }
      senders.add(start(command));
    }
    for (Process sender : senders) {
      if (sender.waitFor() != 0) {
        throw new IllegalStateException("storescu ended with " + sender.exitValue());
      }
    }
    return (System.nanoTime() - start) / 1e9;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static void awaitPort(int port) throws InterruptedException {
    for (int i = 0; i < 100; i++) {
      try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
        return;
      } catch (IOException e) {
        Thread.sleep(50);
      }
    }
    throw new IllegalStateException("storescp does not listen");
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
