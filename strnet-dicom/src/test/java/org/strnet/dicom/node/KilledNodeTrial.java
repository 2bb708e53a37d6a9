package org.strnet.dicom.node;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Films are sent by DCMTK's {@code storescu}, one at a time and again until each is acknowledged,
 * while the node is killed with SIGKILL at random times. Run by hand; arguments: folder, films,
 * kills, seed, and {@code ask} for a destination that can be asked what it holds.
 */
public final class KilledNodeTrial {

  /**
   * What came of a trial.
   *
   * @param acknowledged films that the node answered with success
   * @param kills of the node
   * @param sendings of films, the repeated ones included
   * @param lost acknowledged films whose result never reached the destination
   * @param processedAgain films that were processed more often than once
   * @param delivered results that reached the destination
   * @param deliveredAgain deliveries of an identical result beyond its first
   */
  public record Outcome(
      int acknowledged,
      int kills,
      int sendings,
      int lost,
      int processedAgain,
      int delivered,
      int deliveredAgain) {}

  private final Path root;
  private final int films;
  private final int kills;
  private final boolean asking;
  private final Random random;
  private final AtomicInteger killed = new AtomicInteger();
  private final AtomicInteger sendings = new AtomicInteger();
  private final Set<Integer> acknowledged = new HashSet<>();
  private final AtomicBoolean sent = new AtomicBoolean();
  private final int port;

  KilledNodeTrial(Path root, int films, int kills, long seed, boolean asking) throws IOException {
    this.root = root;
    this.films = films;
    this.kills = kills;
    this.asking = asking;
    random = new Random(seed);
    try (ServerSocket socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }
  }

  /** Prints the outcome. */
  public static void main(String[] arguments) throws Exception {
    KilledNodeTrial trial =
        new KilledNodeTrial(
            Path.of(arguments[0]),
            Integer.parseInt(arguments[1]),
            Integer.parseInt(arguments[2]),
            Long.parseLong(arguments[3]),
            arguments.length > 4);
    System.out.println(trial.run());
    System.exit(0);
  }

  Outcome run() throws Exception {
    List<Path> files = TestObjects.write(root.resolve("films"), 1, films, 64);
    try (CountingProvider archive = new CountingProvider()) {
      Thread sender = new Thread(() -> sendAll(files));
      sender.start();
      Process node = start(archive.port());
      while (killed.get() < kills) {
        Thread.sleep(random.nextInt(500));
        node.destroyForcibly();
        node.waitFor();
        killed.incrementAndGet();
        node = start(archive.port());
      }
      sender.join();
      awaitAll(archive);
      node.destroyForcibly();
      node.waitFor();
      return outcome(archive);
    }
  }

  private Process start(int archive) throws IOException {
    String classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                classPath,
                TrialNode.class.getName(),
                root.toString(),
                String.valueOf(port),
                String.valueOf(archive)));
    if (asking) {
      command.add("ask");
    }
    Process node =
        new ProcessBuilder(command)
            .redirectError(ProcessBuilder.Redirect.appendTo(root.resolve("node.log").toFile()))
            .start();
    BufferedReader out = node.inputReader();
    String line = out.readLine();
    if (line == null || !line.startsWith("ready")) {
      throw new IllegalStateException("the node did not start: " + line);
    }
    return node;
  }

  /** Films are spread over the kills: each waits until its share of them has happened. */
  private void sendAll(List<Path> files) {
    try {
      for (int i = 0; i < files.size(); i++) {
        while ((long) killed.get() * films < (long) (i - 1) * kills) {
          Thread.sleep(5);
        }
        while (!send(files.get(i))) {
          Thread.sleep(20);
        }
        acknowledged.add(i + 1);
      }
      sent.set(true);
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private boolean send(Path file) throws IOException, InterruptedException {
    sendings.incrementAndGet();
    return Programs.run(
            root.resolve("storescu.log"),
            List.of(
                "storescu",
                "-to",
                "2",
                "-aec",
                "STRNET",
                "127.0.0.1",
                String.valueOf(port),
                file.toString()))
        == 0;
  }

  private void awaitAll(CountingProvider archive) throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (archive.deliveries.size() < films && System.nanoTime() < deadline) {
      Thread.sleep(50);
    }
    // Long enough for a second delivery to show itself.
    Thread.sleep(2000);
  }

  private Outcome outcome(CountingProvider archive) throws IOException {
    if (!sent.get()) {
      throw new IllegalStateException("not all films were sent");
    }
    int lost = 0;
    for (int film : acknowledged) {
      String uid = FakeProcessing.resultUid(TestObjects.uid(film));
      lost += archive.deliveries.containsKey(uid) ? 0 : 1;
    }
    Map<String, Integer> processed = new HashMap<>();
    for (String uid : Files.readAllLines(root.resolve("processed.log"))) {
      processed.merge(uid, 1, Integer::sum);
    }
    int again = (int) processed.values().stream().filter(count -> count > 1).count();
    return new Outcome(
        acknowledged.size(),
        killed.get(),
        sendings.get(),
        lost,
        again,
        archive.deliveries.size(),
        archive.duplicates());
  }
}
