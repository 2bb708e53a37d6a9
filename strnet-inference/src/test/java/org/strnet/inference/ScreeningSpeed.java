package org.strnet.inference;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.strnet.bundle.Bundle;
import org.strnet.network.ClinicalVariables;
import org.strnet.screening.Explanations;
import org.strnet.screening.FilmPaths;
import org.strnet.screening.Screener;
import org.strnet.screening.ScreeningBatch;

/**
 * How much of the networks' own speed screening reaches; run by hand, asserts nothing.
 *
 * <p>First the CPU time of each stage on one thread ({@code ThreadMXBean}), median of the rounds.
 * Then, round by round in turn: all films through {@link ScreeningBatch}, and as many runs of the
 * same sessions on arrays in memory (the finder twice and the network once per film), both on the
 * same number of threads. CPU time is that of the whole process, collector and compiler included;
 * the ratio by CPU time is the one to read on a machine that others use, that by the clock on an
 * idle one.
 */
final class ScreeningSpeed {

  private static final OperatingSystemMXBean PROCESS =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private final List<Path> films;
  private final int rounds;
  private final int threads;
  private final Screener screener;
  private final BundleNetworks networks;
  private final StagedRun staged;
  private final int finderSize;
  private final int clinicalLength;
  private final int inputSize;

  private ScreeningSpeed(Path bundleFolder, Path films, int rounds, int threads)
      throws IOException {
    Bundle bundle = Bundle.load(bundleFolder);
    this.films = FilmPaths.of(List.of(films)).films();
    this.rounds = rounds;
    this.threads = threads;
    networks = BundleNetworks.open(bundle);
    screener =
        Screener.of(bundle, networks.network(), networks.joints().orElseThrow(), Explanations.NONE);
    finderSize = bundle.manifest().kneeFinder().orElseThrow().inputSize();
    clinicalLength = networks.network().clinicalLength();
    inputSize = networks.network().inputSize();
    staged = new StagedRun(bundle, networks);
  }

  /**
   * @param arguments bundle, folder of films, rounds (5), threads (all cores)
   */
  public static void main(String[] arguments) throws Exception {
    int rounds = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 5;
    int threads =
        arguments.length > 3
            ? Integer.parseInt(arguments[3])
            : Runtime.getRuntime().availableProcessors();
    new ScreeningSpeed(Path.of(arguments[0]), Path.of(arguments[1]), rounds, threads).run();
  }

  private void run() throws Exception {
    System.out.printf(
        "%d films, network of %d pixels, %d threads, %d rounds after one to warm up%n",
        films.size(), inputSize, threads, rounds);
    stages();
    double[][] screen = new double[rounds][];
    double[][] bare = new double[rounds][];
    for (int round = -1; round < rounds; round++) {
      double[] whole = timed(this::screenAll);
      double[] sessions = timed(this::bareSessions);
      if (round >= 0) {
        screen[round] = whole;
        bare[round] = sessions;
      }
    }
    print("screen", screen);
    print("bare sessions", bare);
    System.out.printf(
        "ratio: %.3f by CPU time, %.3f by the clock%n",
        median(bare, 0) / median(screen, 0), median(bare, 1) / median(screen, 1));
  }

  private void stages() throws IOException {
    List<Map<StagedRun.Stage, Long>> spent = new ArrayList<>();
    for (int round = 0; round <= rounds; round++) {
      Map<StagedRun.Stage, Long> nanos = new EnumMap<>(StagedRun.Stage.class);
      for (Path film : films) {
        staged.run(film, nanos);
      }
      spent.add(nanos);
    }
    for (StagedRun.Stage stage : StagedRun.Stage.values()) {
      long[] sorted =
          spent.stream().skip(1).mapToLong(round -> round.get(stage)).sorted().toArray();
      System.out.printf(
          "%-18s %6.3f ms of CPU per film%n", stage, sorted[rounds / 2] / 1e6 / films.size());
    }
    System.out.printf(
        "runs of the finder's network per film %.3f, of the network %.3f%n",
        staged.finderRuns() / (rounds + 1.0) / films.size(),
        staged.networkRuns() / (rounds + 1.0) / films.size());
  }

  private void screenAll() throws InterruptedException {
    new ScreeningBatch(film -> screener.screen(film, ClinicalVariables.NONE), threads)
        .run(films, result -> {});
  }

  private void bareSessions() throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      AtomicInteger taken = new AtomicInteger();
      Callable<Void> share =
          () -> {
            float[] film = noise(finderSize);
            float[] knee = noise(inputSize);
            float[] clinical = new float[clinicalLength];
            while (taken.getAndIncrement() < films.size()) {
              networks.joints().orElseThrow().run(film, finderSize);
              networks.joints().orElseThrow().run(film, finderSize);
              networks.network().assess(knee, clinical);
            }
            return null;
          };
      for (var done : pool.invokeAll(IntStream.range(0, threads).mapToObj(i -> share).toList())) {
        done.get();
      }
    } finally {
      pool.shutdown();
    }
  }

  private static float[] noise(int side) {
    float[] values = new float[side * side];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) Math.sin(0.37 * i);
    }
    return values;
  }

  private interface Work {
    void run() throws Exception;
  }

  /** Process CPU time and time by the clock, nanoseconds. */
  private static double[] timed(Work work) throws Exception {
    long cpu = PROCESS.getProcessCpuTime();
    long clock = System.nanoTime();
    work.run();
    return new double[] {PROCESS.getProcessCpuTime() - cpu, System.nanoTime() - clock};
  }

  private void print(String what, double[][] rounds) {
    System.out.printf(
        "%-18s %6.3f ms of CPU per film, %6.1f films/s by the clock%n",
        what, median(rounds, 0) / 1e6 / films.size(), films.size() / (median(rounds, 1) / 1e9));
  }

  private static double median(double[][] rounds, int column) {
    double[] values = Arrays.stream(rounds).mapToDouble(r -> r[column]).sorted().toArray();
    return values[values.length / 2];
  }
}
