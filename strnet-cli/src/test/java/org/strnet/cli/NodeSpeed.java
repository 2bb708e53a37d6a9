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
 * {@code NodeSpeed BUNDLE FOLDER_OF_OBJECTS KINDS ASSOCIATIONS}, kinds as {@code sr} or {@code
 * sr,page}. Films are sent by DCMTK's storescu.
 */
final class NodeSpeed {

  private final Path work;
  private final Bundle bundle;
  private final List<Path> films;
  private final String kinds;
  private final int associations;

  private NodeSpeed(String[] arguments, Path work) throws IOException {
    this.work = work;
    bundle = Bundle.load(Path.of(arguments[0]));
    try (Stream<Path> files = Files.list(Path.of(arguments[1]))) {
      films = files.sorted().toList();
    }
    kinds = arguments[2];
    associations = Integer.parseInt(arguments[3]);
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
      int expected = films.size() * kinds.split(",", -1).length;
      long start = System.nanoTime();
      List<Process> senders = send(node);
      while (node.status().counts().deliveries(DeliveryState.DELIVERED) < expected) {
        TimeUnit.MILLISECONDS.sleep(20);
      }
      double speed = films.size() / ((System.nanoTime() - start) / 1e9);
      for (Process sender : senders) {
        sender.waitFor();
      }
      System.out.printf(
          "%d films, results %s, %d associations: %.1f films/s; bare networks %.1f; ratio %.2f%n",
          films.size(), kinds, associations, speed, bare, speed / bare);
      System.out.println(node.status().line());
    }
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
            pages ? Explanations.HEAT_MAPS : Explanations.NONE);
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

  private List<Process> send(Node node) throws IOException {
    List<Process> senders = new ArrayList<>();
    for (int share = 0; share < associations; share++) {
      List<String> command =
          new ArrayList<>(
              List.of("storescu", "-aec", "STRNET", "127.0.0.1", "" + node.dicomPort().get()));
      for (int film = share; film < films.size(); film += associations) {
        command.add(films.get(film).toString());
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
