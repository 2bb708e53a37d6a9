package org.strnet.inference;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.strnet.bundle.Bundle;
import org.strnet.knee.JointNetwork;
import org.strnet.knee.KneeFinder;
import org.strnet.knee.KneeRegion;
import org.strnet.pixels.KneePixels;
import org.strnet.radiograph.NotAssessableException;
import org.strnet.radiograph.Radiograph;
import org.strnet.radiograph.RadiographReader;

/** What screening does with a film, stage by stage on one thread, each stage's CPU time apart. */
final class StagedRun {

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final RadiographReader reader = new RadiographReader();
  private final BundleNetworks networks;
  private final KneeFinder finder;
  private final KneePixels pixels;
  private final float[] clinical;
  private long finderNetworkNanos;
  private long finderRuns;
  private long networkRuns;

  StagedRun(Bundle bundle, BundleNetworks networks) {
    this.networks = networks;
    this.pixels = new KneePixels(bundle.manifest().pixels());
    this.clinical = new float[networks.network().clinicalLength()];
    JointNetwork joints = networks.joints().orElseThrow();
    JointNetwork timed =
        (film, size) -> {
          long start = THREADS.getCurrentThreadCpuTime();
          float[] planes = joints.run(film, size);
          finderNetworkNanos += THREADS.getCurrentThreadCpuTime() - start;
          finderRuns++;
          return planes;
        };
    this.finder = new KneeFinder(timed, bundle.manifest().kneeFinder().orElseThrow());
  }

  /** The stages, in order. */
  enum Stage {
    READ_FILE,
    DECODE,
    FINDER_PICTURES,
    FINDER_NETWORK,
    CROP,
    NETWORK
  }

  /** Runs one film and adds the CPU time of each stage, in nanoseconds. */
  void run(Path film, Map<Stage, Long> nanos) throws IOException {
    long start = THREADS.getCurrentThreadCpuTime();
    byte[] bytes = Files.readAllBytes(film);
    start = add(nanos, Stage.READ_FILE, start);
    try {
      Radiograph radiograph = reader.read("film", bytes);
      start = add(nanos, Stage.DECODE, start);
      finderNetworkNanos = 0;
      var knees = finder.find(radiograph);
      start = add(nanos, Stage.FINDER_PICTURES, start + finderNetworkNanos);
      nanos.merge(Stage.FINDER_NETWORK, finderNetworkNanos, Long::sum);
      for (KneeRegion knee : knees) {
        float[] input = pixels.input(radiograph, knee);
        start = add(nanos, Stage.CROP, start);
        networks.network().assess(input, clinical);
        start = add(nanos, Stage.NETWORK, start);
        networkRuns++;
      }
    } catch (NotAssessableException e) {
      add(nanos, Stage.CROP, start);
    }
  }

  /** How often the finder's network ran so far. */
  long finderRuns() {
    return finderRuns;
  }

  /** How often the network ran so far. */
  long networkRuns() {
    return networkRuns;
  }

  private static long add(Map<Stage, Long> nanos, Stage stage, long start) {
    long now = THREADS.getCurrentThreadCpuTime();
    nanos.merge(stage, now - start, Long::sum);
    return now;
  }
}
