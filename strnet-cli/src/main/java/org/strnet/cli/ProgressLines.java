package org.strnet.cli;

import java.io.PrintWriter;
import java.time.Duration;

/** A line now and then, for logs. */
final class ProgressLines implements Progress {

  private static final long INTERVAL = Duration.ofSeconds(10).toNanos();

  private final PrintWriter err;
  private final String task;
  private final String unit;
  private final long total;
  private long done;
  private long last = System.nanoTime();

  ProgressLines(PrintWriter err, String task, String unit, long total) {
    this.err = err;
    this.task = task;
    this.unit = unit;
    this.total = total;
  }

  @Override
  public synchronized void step() {
    done++;
    long now = System.nanoTime();
    if (now - last >= INTERVAL) {
      last = now;
      print();
    }
  }

  @Override
  public synchronized void close() {
    print();
  }

  private void print() {
    err.printf("%s: %d of %d %s%n", task, done, total, unit);
    err.flush();
  }
}
