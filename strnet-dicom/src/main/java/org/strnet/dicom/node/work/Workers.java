package org.strnet.dicom.node.work;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.strnet.dicom.node.database.QueueUnavailableException;
import org.strnet.dicom.node.queue.ClaimedObject;
import org.strnet.dicom.node.queue.NodeFolder;
import org.strnet.dicom.node.queue.ObjectQueue;
import org.strnet.dicom.node.queue.ObjectState;
import org.strnet.dicom.node.queue.OutcomeLedger;
import org.strnet.dicom.node.queue.StoredResult;
import org.strnet.dicom.result.ResultObject;

/**
 * Threads that take objects from the queue and process them. Objects during whose processing the
 * node died before are taken by the first thread alone, fewest deaths first: a killer cannot bring
 * others under suspicion again and again.
 */
public final class Workers implements AutoCloseable {

  private static final Logger LOG = System.getLogger(Workers.class.getName());
  private static final long DISK_PAUSE_MILLIS = 5000;
  private static final long POLL_MILLIS = 500;

  private final WorkRules rules;
  private final NodeFolder folder;
  private final ObjectQueue queue;
  private final OutcomeLedger ledger;
  private final ResultRouting routing;
  private final Runnable whenResults;
  private final Attempt attempt;
  private final Semaphore signal = new Semaphore(0);
  private final List<Thread> threads = new ArrayList<>();
  private volatile boolean closing;

  /**
   * @param rules threads and limits
   * @param processing what is done with an object
   * @param folder where files are
   * @param queue where objects are noted
   * @param routing who is to hold a result
   * @param whenResults told when results were queued
   */
  public Workers(
      WorkRules rules,
      ObjectProcessing processing,
      NodeFolder folder,
      ObjectQueue queue,
      ResultRouting routing,
      Runnable whenResults) {
    this.rules = rules;
    this.folder = folder;
    this.queue = queue;
    this.routing = routing;
    this.whenResults = whenResults;
    ledger = new OutcomeLedger(queue);
    attempt = new Attempt(processing, rules.longest(), 4 * rules.threads());
  }

  /** Blames what was being processed when the node died, then starts the threads. */
  public void start() {
    int quarantined = ledger.blame(rules.crashes(), System.currentTimeMillis());
    if (quarantined > 0) {
      LOG.log(Level.WARNING, "{0} objects under which the node died are left alone", quarantined);
    }
    for (int i = 0; i < rules.threads(); i++) {
      boolean first = i == 0;
      Thread thread = new Thread(() -> work(first), "node-worker-" + i);
      thread.setDaemon(true);
      threads.add(thread);
      thread.start();
    }
  }

  /** Says that an object came. */
  public void wake() {
    if (signal.availablePermits() < rules.threads()) {
      signal.release();
    }
  }

  private void work(boolean first) {
    while (!closing) {
      try {
        Optional<ClaimedObject> claimed = claim(first);
        if (claimed.isPresent()) {
          process(claimed.get());
        } else {
          boolean woken = signal.tryAcquire(POLL_MILLIS, TimeUnit.MILLISECONDS);
          LOG.log(Level.TRACE, "woken: {0}", woken);
        }
      } catch (QueueUnavailableException e) {
        LOG.log(Level.WARNING, e.getMessage());
        pause();
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException e) {
        LOG.log(Level.ERROR, "a worker goes on after a fault", e);
        pause();
      }
    }
  }

  private void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Optional<ClaimedObject> claim(boolean first) {
    long now = System.currentTimeMillis();
    Optional<ClaimedObject> fresh = queue.claim(false, now);
    return fresh.isPresent() || !first ? fresh : queue.claim(true, now);
  }

  private void process(ClaimedObject object) throws InterruptedException {
    try {
      finish(object, attempt.run(() -> folder.readObject(object.fileName())));
    } catch (ExecutionException e) {
      failed(object, "exception", String.valueOf(e.getCause().getClass().getName()));
    } catch (Attempt.TooLongException e) {
      failed(object, "too_long", e.getMessage());
    } catch (IOException e) {
      // A full disk is no fault of the film: it waits until there is room.
      LOG.log(Level.WARNING, "results cannot be written, the object waits: {0}", e.getMessage());
      ledger.giveBack(object.id());
      TimeUnit.MILLISECONDS.sleep(Math.min(DISK_PAUSE_MILLIS, rules.pause().toMillis()));
    } catch (InterruptedException e) {
      ledger.giveBack(object.id());
      throw e;
    }
  }

  private void finish(ClaimedObject object, ProcessedObject processed) throws IOException {
    List<StoredResult> stored = new ArrayList<>();
    for (ResultObject result : processed.results()) {
      String name = NodeFolder.resultName(result.sopInstanceUid());
      folder.writeResult(name, result.file());
      stored.add(
          new StoredResult(
              result.kind(),
              result.sopClassUid(),
              result.sopInstanceUid(),
              name,
              routing.destinations(result.kind())));
    }
    if (!stored.isEmpty()) {
      folder.forceResults();
    }
    end(object, endOf(processed.outcome()), processed.outcome(), processed.reason(), stored);
    whenResults.run();
  }

  private static ObjectState endOf(Outcome outcome) {
    return switch (outcome) {
      case ASSESSED, NOT_ASSESSABLE -> ObjectState.PROCESSED;
      case FAILED -> ObjectState.FAILED;
      case IGNORED -> ObjectState.IGNORED;
    };
  }

  /** The work is done and safe: the row is written however long the database takes to come back. */
  private void end(
      ClaimedObject object,
      ObjectState end,
      Outcome outcome,
      String reason,
      List<StoredResult> results) {
    while (true) {
      try {
        ledger.end(object.id(), end, outcome.code(), reason, results, System.currentTimeMillis());
        return;
      } catch (QueueUnavailableException e) {
        if (closing) {
          throw e;
        }
        LOG.log(Level.WARNING, e.getMessage());
        pause();
      }
    }
  }

  private void failed(ClaimedObject object, String reason, String message) {
    LOG.log(Level.WARNING, "an object of the queue failed: {0}", message);
    if (object.failures() + 1 >= rules.attempts()) {
      end(object, ObjectState.FAILED, Outcome.FAILED, reason, List.of());
    } else {
      Duration pause = rules.pause().multipliedBy(1L << Math.min(object.failures(), 10));
      ledger.tryAgain(object.id(), System.currentTimeMillis() + pause.toMillis());
    }
  }

  /** Waits for what is being processed, at most as long as an attempt may take, then stops. */
  @Override
  public void close() {
    closing = true;
    signal.release(rules.threads());
    long deadline = System.nanoTime() + rules.longest().toNanos();
    try {
      for (Thread thread : threads) {
        thread.join(Math.max(1, (deadline - System.nanoTime()) / 1_000_000));
        thread.interrupt();
        thread.join(1000);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    attempt.close();
  }
}
