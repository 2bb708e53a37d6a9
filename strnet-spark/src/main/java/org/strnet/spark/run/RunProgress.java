package org.strnet.spark.run;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.spark.util.LongAccumulator;

/** Says now and then how far a run is: films, films per second, time left. */
final class RunProgress implements AutoCloseable {

  private static final long INTERVAL_SECONDS = 10;

  private final PrintWriter err;
  private final LongAccumulator done;
  private final long total;
  private final long start = System.nanoTime();
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "progress");
            thread.setDaemon(true);
            return thread;
          });

  private final Future<?> printing;

  RunProgress(PrintWriter err, LongAccumulator done, long total) {
    this.err = err;
    this.done = done;
    this.total = total;
    printing =
        clock.scheduleAtFixedRate(
            this::print, INTERVAL_SECONDS, INTERVAL_SECONDS, TimeUnit.SECONDS);
  }

  @Override
  public void close() {
    printing.cancel(false);
    clock.shutdownNow();
    print();
  }

  /** A film that a lost task had screened is counted again, so never more than there are. */
  private synchronized void print() {
    long films = Math.min(total, done.value());
    double seconds = (System.nanoTime() - start) / 1e9;
    double rate = films / seconds;
    String left =
        films == 0 || films == total
            ? ""
            : ", about %s left".formatted(words((long) ((total - films) / rate)));
    err.printf(Locale.ROOT, "archive: %d of %d films, %.1f films/s%s%n", films, total, rate, left);
    err.flush();
  }

  private static String words(long seconds) {
    Duration left = Duration.ofSeconds(seconds);
    if (left.toHours() > 0) {
      return "%d h %d min".formatted(left.toHours(), left.toMinutesPart());
    }
    return left.toMinutes() > 0
        ? "%d min".formatted(left.toMinutes())
        : "%d s".formatted(left.toSeconds());
  }
}
