package org.strnet.screening;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.strnet.provenance.BadInputException;
import org.strnet.report.FilmResult;

/**
 * Screens many films, one worker per core, each film on one worker from decoding to decision.
 * Results come in the order of the films, and only a few more films than workers are ever under way
 * or waiting, so that memory does not grow with the batch.
 */
public final class ScreeningBatch {

  /** Films under way or waiting, per worker: enough that a slow film does not idle the others. */
  private static final int FILMS_PER_WORKER = 4;

  private final FilmScreening screening;
  private final int workers;

  /**
   * @param screening what is done with each film
   * @param workers threads, at least 1
   */
  public ScreeningBatch(FilmScreening screening, int workers) {
    if (workers < 1) {
      throw new IllegalArgumentException("at least one worker is needed, found " + workers);
    }
    this.screening = screening;
    this.workers = workers;
  }

  /**
   * Screens the films. One bad film never ends the batch; an error of the machine (memory gone)
   * does.
   *
   * @param films in the order in which results are wanted
   * @param results told each result, on the calling thread
   * @throws InterruptedException when the calling thread is interrupted; workers are stopped first
   */
  public void run(List<Path> films, Consumer<FilmResult> results) throws InterruptedException {
    ExecutorService pool = pool(Math.min(workers, Math.max(1, films.size())));
    try {
      Deque<Future<FilmResult>> underWay = new ArrayDeque<>();
      Iterator<Path> waiting = films.iterator();
      while (waiting.hasNext() || !underWay.isEmpty()) {
        while (waiting.hasNext() && underWay.size() < FILMS_PER_WORKER * workers) {
          Path film = waiting.next();
          underWay.add(pool.submit(() -> screened(film)));
        }
        results.accept(finished(underWay.remove()));
      }
    } finally {
      pool.shutdownNow();
    }
  }

  private FilmResult screened(Path film) {
    try {
      return screening.screen(film);
    } catch (BadInputException e) {
      return new FilmResult.Failed(film.toString(), String.valueOf(e.getMessage()), false);
    } catch (RuntimeException e) {
      return new FilmResult.Failed(film.toString(), whereabouts(e), true);
    }
  }

  /** Names the exception and its place; its message might quote the film. */
  private static String whereabouts(RuntimeException e) {
    for (StackTraceElement frame : e.getStackTrace()) {
      if (frame.getClassName().startsWith("org.strnet.")) {
        String type = frame.getClassName().substring(frame.getClassName().lastIndexOf('.') + 1);
        return "%s in %s, line %d"
            .formatted(e.getClass().getSimpleName(), type, frame.getLineNumber());
      }
    }
    return e.getClass().getSimpleName();
  }

  private static FilmResult finished(Future<FilmResult> film) throws InterruptedException {
    try {
      return film.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw new IllegalStateException("a film's failure is a result", e);
    }
  }

  private static ExecutorService pool(int workers) {
    AtomicInteger number = new AtomicInteger();
    return Executors.newFixedThreadPool(
        workers,
        task -> {
          Thread thread = new Thread(task, "film-" + number.incrementAndGet());
          thread.setDaemon(true);
          return thread;
        });
  }
}
