package org.strnet.evaluation.discrimination;

import java.io.BufferedWriter;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.strnet.evaluation.estimate.Estimate;

/**
 * How long the area under the ROC curve with its DeLong interval takes, and how much longer it
 * takes pROC on the same scores in the same run. Not a test: its name keeps it from the build.
 *
 * <pre>
 * mvn -q -o -pl strnet-core test-compile dependency:build-classpath -Dmdep.outputFile=/tmp/classpath
 * java -Xmx600m -cp strnet-core/target/test-classes:strnet-core/target/classes:$(cat /tmp/classpath) \
 *     org.strnet.evaluation.discrimination.AurocBenchmark
 * </pre>
 *
 * <p>Both sides start with two arrays in memory and end with the three numbers; each is warmed up
 * and the median of 31 repetitions counts. Starting Java or R and reading the file do not count. On
 * a busy machine the processor's time says more than the clock's; both are printed.
 */
public final class AurocBenchmark {

  private static final int REPETITIONS = 31;

  private AurocBenchmark() {}

  /** Runs it; Rscript with pROC must be on the path. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    BinaryScores small = drawn(100_000);
    double[] own = seconds(small, 200, REPETITIONS);
    List<Double> other = proc(small);
    say(
        "100,000 scores, wall:      strnet %.5f s, pROC %.4f s, ratio %.1f",
        own[0], other.get(3), other.get(3) / own[0]);
    say(
        "100,000 scores, processor: strnet %.5f s, pROC %.4f s, ratio %.1f",
        own[1], other.get(4), other.get(4) / own[1]);
    say("  area and limits differ by at most %.2g", distance(Auroc.estimate(small), other));
    double[] large = seconds(drawn(10_000_000), 2, 5);
    say("10,000,000 scores: strnet %.3f s wall, %.3f s processor", large[0], large[1]);
    say("  heap limit %d MB", Runtime.getRuntime().maxMemory() >> 20);
  }

  /** A quarter positive; scores of six digits, so that a few are equal. */
  private static BinaryScores drawn(int films) {
    SplittableRandom random = new SplittableRandom(1);
    double[] scores = new double[films];
    boolean[] positive = new boolean[films];
    for (int film = 0; film < films; film++) {
      positive[film] = random.nextInt(4) == 0;
      double sum = random.nextDouble() + random.nextDouble() + random.nextDouble();
      scores[film] = Math.rint((sum + (positive[film] ? 0.6 : 0)) * 1e6) / 1e6;
    }
    return new BinaryScores(scores, positive);
  }

  /** Median wall and processor seconds; the processor's are those of the one thread that works. */
  private static double[] seconds(BinaryScores films, int warmUp, int repetitions) {
    double[] scores = films.scores();
    boolean[] positive = films.positive();
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    double[] wall = new double[warmUp + repetitions];
    double[] processor = new double[warmUp + repetitions];
    for (int run = 0; run < wall.length; run++) {
      long start = System.nanoTime();
      long startProcessor = threads.getCurrentThreadCpuTime();
      Estimate area = Auroc.estimate(new BinaryScores(scores, positive));
      processor[run] = (threads.getCurrentThreadCpuTime() - startProcessor) / 1e9;
      wall[run] = (System.nanoTime() - start) / 1e9;
      if (area.interval().isEmpty()) {
        throw new IllegalStateException("no interval");
      }
    }
    return new double[] {median(wall, warmUp), median(processor, warmUp)};
  }

  private static double median(double[] seconds, int warmUp) {
    double[] counted = Arrays.copyOfRange(seconds, warmUp, seconds.length);
    Arrays.sort(counted);
    return counted[counted.length / 2];
  }

  private static List<Double> proc(BinaryScores films) throws IOException, InterruptedException {
    Path file = Files.createTempFile("scores", ".csv");
    Path script = Files.createTempFile("auroc_benchmark", ".R");
    try {
      try (BufferedWriter writer = Files.newBufferedWriter(file)) {
        for (int film = 0; film < films.size(); film++) {
          writer.write((films.isPositive(film) ? "1," : "0,") + films.score(film) + "\n");
        }
      }
      try (var own = AurocBenchmark.class.getResourceAsStream("auroc_benchmark.R")) {
        Files.write(script, own.readAllBytes());
      }
      Process process =
          new ProcessBuilder("Rscript", script.toString(), file.toString(), "" + REPETITIONS)
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new IllegalStateException("Rscript failed: " + text);
      }
      return text.lines().map(line -> Double.valueOf(line.strip())).toList();
    } finally {
      Files.delete(file);
      Files.delete(script);
    }
  }

  private static double distance(Estimate area, List<Double> other) {
    double[] own = {
      area.value().orElseThrow(), area.low().orElseThrow(), area.high().orElseThrow()
    };
    double most = 0;
    for (int i = 0; i < own.length; i++) {
      most = Math.max(most, Math.abs(own[i] - other.get(i)));
    }
    return most;
  }

  private static void say(String text, Object... values) {
    System.out.println(String.format(Locale.ROOT, text, values));
  }
}
