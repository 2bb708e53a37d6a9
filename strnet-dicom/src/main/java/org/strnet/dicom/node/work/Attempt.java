package org.strnet.dicom.node.work;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Runs attempts under a time limit. Java cannot stop a thread that ignores its interruption, so one
 * that hangs is left behind; when too many are, no attempt begins until one of them ends.
 */
final class Attempt implements AutoCloseable {

  /** An attempt took too long. */
  static final class TooLongException extends Exception {
    private static final long serialVersionUID = 1L;

    TooLongException(Duration longest) {
      super("an attempt takes at most " + longest);
    }
  }

  private final ObjectProcessing processing;
  private final Duration longest;
  private final Semaphore places;
  private final ExecutorService threads;

  /**
   * @param processing what is attempted
   * @param longest time of one attempt
   * @param most attempts at once, those that hang included
   */
  Attempt(ObjectProcessing processing, Duration longest, int most) {
    this.processing = processing;
    this.longest = longest;
    places = new Semaphore(most);
    threads =
        Executors.newCachedThreadPool(
            task -> {
              Thread thread = new Thread(task, "node-processing");
              thread.setDaemon(true);
              return thread;
            });
  }

  ProcessedObject run(Callable<byte[]> object)
      throws InterruptedException, ExecutionException, TooLongException {
    places.acquire();
    Future<ProcessedObject> attempt;
    try {
      attempt = threads.submit(() -> releasing(object));
    } catch (RuntimeException | Error e) {
      places.release();
      throw e;
    }
    try {
      return attempt.get(longest.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new TooLongException(longest);
    } finally {
      attempt.cancel(true);
    }
  }

  private ProcessedObject releasing(Callable<byte[]> object) throws Exception {
    try {
      return processing.process(object.call());
    } finally {
      places.release();
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
