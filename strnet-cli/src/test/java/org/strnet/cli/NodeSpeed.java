package org.strnet.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.strnet.bundle.Bundle;
import org.strnet.dicom.gate.FilmGate;
import org.strnet.dicom.gate.GateConfiguration;
import org.strnet.dicom.node.Node;
import org.strnet.dicom.node.NodeDestinations;
import org.strnet.dicom.node.configuration.NodeConfiguration;
import org.strnet.dicom.node.queue.DeliveryState;
import org.strnet.dicom.result.ResultObjects;
import org.strnet.dicom.result.ResultOptions;
import org.strnet.dicom.result.series.DeviceIdentity;
import org.strnet.dicom.screening.DicomScreener;
import org.strnet.inference.BundleNetworks;
import org.strnet.screening.Explanations;
import org.strnet.screening.Screener;

/**
 * Films per second from C-STORE in to results held by Orthanc, beside what the bare networks reach
 * on all cores (finder twice and network once per film, arrays in memory) in the same run. By hand:
 * {@code NodeSpeed BUNDLE FOLDER_OF_OBJECTS KINDS ASSOCIATIONS [WARMING]}, kinds as {@code sr} or
 * {@code sr,page}; the first films, as many as are warming, go before the clock starts. Films are
 * sent by DCMTK's storescu. Prints the processor time of a film in each program as well.
 */
final class NodeSpeed {

  private final Path work;
  private final Bundle bundle;
  private final List<Path> films;
  private final String kinds;
  private final int associations;
  private final int warming;

  private NodeSpeed(String[] arguments, Path work) throws IOException {
    this.work = work;
    bundle = Bundle.load(Path.of(arguments[0]));
    try (Stream<Path> files = Files.list(Path.of(arguments[1]))) {
      films = files.sorted().toList();
    }
    kinds = arguments[2];
    associations = Integer.parseInt(arguments[3]);
    warming = arguments.length > 4 ? Integer.parseInt(arguments[4]) : 0;
  }

  /** Measures. */
  public static void main(String[] arguments) throws Exception {
    new NodeSpeed(arguments, Files.createTempDirectory("node-speed")).run();
  }

  private void run() throws Exception {
    try (Archive archive = Archive.start(work);
        BundleNetworks networks = BundleNetworks.open(bundle);
        Node node = node(networks, archive.dicomPort())) {
      double bare = bare(networks);
      deliver(node, films.subList(0, warming), warming);
      double ours = seconds(ProcessHandle.current());
      double theirs = seconds(archive.handle());
      List<Path> timed = films.subList(warming, films.size());
      long start = System.nanoTime();
      double senders = deliver(node, timed, films.size());
      double speed = timed.size() / ((System.nanoTime() - start) / 1e9);
      System.out.printf(
          "%d films, results %s, %d associations: %.1f films/s; bare networks %.1f; ratio %.2f%n",
          timed.size(), kinds, associations, speed, bare, speed / bare);
      System.out.printf(
          "processor ms a film: node %.1f, archive %.1f, senders %.1f; %d processors%n",
          1000 * (seconds(ProcessHandle.current()) - ours) / timed.size(),
          1000 * (seconds(archive.handle()) - theirs) / timed.size(),
          1000 * senders / timed.size(),
          Runtime.getRuntime().availableProcessors());
      System.out.println(node.status().line());
    }
  }

  /** Sends films and waits for the results of all so far; returns the senders' processor time. */
  private double deliver(Node node, List<Path> share, int filmsSoFar) throws Exception {
    int expected = filmsSoFar * kinds.split(",", -1).length;
    List<Process> senders = send(node, share);
    double used = 0;
    while (node.status().counts().deliveries(DeliveryState.DELIVERED) < expected) {
      used = Math.max(used, senders.stream().mapToDouble(p -> seconds(p.toHandle())).sum());
      TimeUnit.MILLISECONDS.sleep(50);
    }
    for (Process sender : senders) {
      sender.waitFor();
    }
    return used;
  }

  private static double seconds(ProcessHandle process) {
    return process.info().totalCpuDuration().map(time -> time.toNanos() / 1e9).orElse(0.0);
  }

  private Node node(BundleNetworks networks, int archive) {
    NodeConfiguration settings =
        NodeConfiguration.parse(
            "speed",
            """
            folder: %s
            receiver: {address: 127.0.0.1, port: 0}
            web: {enabled: false}
            destinations:
              - name: archive
                objects: [%s]
                peer: {host: 127.0.0.1, port: %d, calledAe: ARCHIVE}
            """
                .formatted(work.resolve("node"), kinds, archive));
    boolean pages = kinds.contains("page") || kinds.contains("pdf");
    Screener screener =
        Screener.of(
            bundle,
            networks.network(),
            networks.joints().orElseThrow(),
            pages ? Explanations.DRAWN : Explanations.NONE);
    ResultOptions options =
        new ResultOptions(
            settings.destinations().get(0).kinds(), DeviceIdentity.of("0.1.0", "SPEED"), false);
    FilmGate gate = new FilmGate(GateConfiguration.parse("speed", "age: {least: 18}"));
    return Node.start(
        settings,
        new NodeProcessing(
            new DicomScreener(screener, gate), ResultObjects.of(bundle.facts(), options)),
        NodeDestinations.of(settings));
  }

  private List<Process> send(Node node, List<Path> share) throws IOException {
    List<Process> senders = new ArrayList<>();
    for (int first = 0; first < Math.min(associations, share.size()); first++) {
      List<String> command =
          new ArrayList<>(
              List.of("storescu", "-aec", "STRNET", "127.0.0.1", "" + node.dicomPort().get()));
      for (int film = first; film < share.size(); film += associations) {
        command.add(share.get(film).toString());
      }
      senders.add(new ProcessBuilder(command).inheritIO().start());
    }
    return senders;
  }

  private double bare(BundleNetworks networks) throws Exception {
    int threads = Runtime.getRuntime().availableProcessors();
    int finder = bundle.manifest().kneeFinder().orElseThrow().inputSize();
    float[] film = new float[finder * finder];
    float[] knee = new float[networks.network().inputSize() * networks.network().inputSize()];
    float[] clinical = new float[networks.network().clinicalLength()];
    AtomicInteger taken = new AtomicInteger();
    Callable<Void> share =
        () -> {
          while (taken.getAndIncrement() < films.size()) {
            networks.joints().orElseThrow().run(film, finder);
            networks.joints().orElseThrow().run(film, finder);
            networks.network().assess(knee, clinical);
          }
          return null;
        };
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      long start = 0;
      for (int round = 0; round < 2; round++) {
        taken.set(0);
        start = System.nanoTime();
        for (var done : pool.invokeAll(Collections.nCopies(threads, share))) {
          done.get();
        }
      }
      return films.size() / ((System.nanoTime() - start) / 1e9);
    } finally {
      pool.shutdownNow();
    }
  }
}
