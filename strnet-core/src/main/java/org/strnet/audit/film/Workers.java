package org.strnet.audit.film;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/**
 * Does one piece of work per film on some threads; what comes out does not depend on how many.
 *
 * @param threads at least 1
 */
public record Workers(int threads) {

  /** Checks the number. */
  public Workers {
    if (threads < 1) {
      throw new IllegalArgumentException("at least one thread is needed, found " + threads);
    }
  }

  /**
   * The result of each piece in order. The first failure ends the work and is thrown.
   *
   * @param pieces how many
   * @param work of a piece, called from any thread
   */
  public <T> List<T> map(int pieces, IntFunction<T> work) throws InterruptedException {
    ExecutorService pool = Executors.newFixedThreadPool(threads, Workers::daemon);
    try {
      List<Future<T>> futures = new ArrayList<>(pieces);
      for (int i = 0; i < pieces; i++) {
        int piece = i;
        futures.add(pool.submit(() -> work.apply(piece)));
      }
      List<T> results = new ArrayList<>(pieces);
      for (Future<T> future : futures) {
        results.add(result(future));
      }
      return results;
    } finally {
      pool.shutdownNow();
    }
  }

  private static final AtomicInteger NUMBER = new AtomicInteger();

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "audit-" + NUMBER.incrementAndGet());
    thread.setDaemon(true);
    return thread;
  }

  private static <T> T result(Future<T> future) throws InterruptedException {
    try {
      return future.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw new IllegalStateException("work throws no checked exceptions", e);
    }
  }
}
