package org.strnet.inference;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.strnet.bundle.Bundle;
import org.strnet.network.Precision;

/**
 * Films per second of a bundle's network in float32 and in int8; run by hand, asserts nothing.
 *
 * <p>Both sessions take the same film in turn, round by round, on as many threads as asked for. A
 * run works on its caller's thread, so the thread's CPU time is what the network costs, whoever
 * else uses the machine; the time by the clock is given beside it.
 */
final class PrecisionSpeed {

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final int FILMS = 40;

  private PrecisionSpeed() {}

  /**
   * @param arguments bundle with an 8-bit network, rounds (15), threads (1), gradient where it is
   *     computed as well
   */
  public static void main(String[] arguments) throws Exception {
    Bundle bundle = Bundle.load(Path.of(arguments[0]));
    int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 15;
    int threads = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 1;
    boolean gradient = arguments.length > 3 && arguments[3].equals("gradient");
    Map<Precision, List<double[]>> spent = new EnumMap<>(Precision.class);
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try (BundleNetworks plain = networks(bundle, Precision.FLOAT32, gradient);
        BundleNetworks small = networks(bundle, Precision.INT8, gradient)) {
      for (int round = -3; round < rounds; round++) {
        for (Precision precision : Precision.values()) {
          BundleNetworks networks = precision == Precision.INT8 ? small : plain;
          double[] times = films(networks.network(), pool, threads);
          if (round >= 0) {
            spent.computeIfAbsent(precision, p -> new ArrayList<>()).add(times);
          }
        }
      }
    } finally {
      pool.shutdown();
    }
    print(spent, threads);
  }

  private static BundleNetworks networks(Bundle bundle, Precision precision, boolean gradient) {
    return gradient
        ? BundleNetworks.open(bundle, precision)
        : BundleNetworks.openWithoutGradient(bundle, precision);
  }

  /** CPU and clock milliseconds per film. */
  private static double[] films(OnnxBoneLossNetwork network, ExecutorService pool, int threads)
      throws Exception {
    float[] film = new float[network.inputSize() * network.inputSize()];
    for (int i = 0; i < film.length; i++) {
      film[i] = (float) Math.sin(0.37 * i);
    }
    float[] clinical = new float[network.clinicalLength()];
    Callable<Long> share =
        () -> {
          long start = THREADS.getCurrentThreadCpuTime();
          for (int i = 0; i < FILMS; i++) {
            network.assess(film, clinical);
          }
          return THREADS.getCurrentThreadCpuTime() - start;
        };
    long start = System.nanoTime();
    long cpu = 0;
    for (Future<Long> done : pool.invokeAll(Stream.generate(() -> share).limit(threads).toList())) {
      cpu += done.get();
    }
    double clock = System.nanoTime() - start;
    double count = 1e6 * FILMS * threads;
    return new double[] {cpu / count, clock / count};
  }

  private static void print(Map<Precision, List<double[]>> spent, int threads) {
    spent.forEach(
        (precision, times) ->
            System.out.printf(
                Locale.ROOT,
                "%-8s %d threads: median %.3f ms of CPU per film, %.1f films/s by the clock%n",
                precision.code(),
                threads,
                median(times, 0),
                1000 / median(times, 1)));
    List<double[]> plain = spent.get(Precision.FLOAT32);
    List<double[]> small = spent.get(Precision.INT8);
    System.out.printf(
        Locale.ROOT,
        "ratio %.2f by CPU time, %.2f by the clock%n",
        median(plain, 0) / median(small, 0),
        median(plain, 1) / median(small, 1));
  }

  private static double median(List<double[]> times, int column) {
    return times.stream()
        .mapToDouble(t -> t[column])
        .sorted()
        .skip(times.size() / 2)
        .findFirst()
        .orElseThrow();
  }
}
