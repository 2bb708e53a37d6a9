package org.strnet.dicom.node.deliver;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.strnet.dicom.node.database.QueueUnavailableException;
import org.strnet.dicom.node.queue.DeliveryQueue;
import org.strnet.dicom.node.queue.NodeFolder;
import org.strnet.dicom.node.queue.PendingDelivery;
import org.strnet.dicom.result.ResultObject;
import org.strnet.dicom.send.DeliveryException;

/** The thread that delivers to one destination, in the order of receipt. */
final class Delivery implements AutoCloseable {

  private static final Logger LOG = System.getLogger(Delivery.class.getName());
  private static final long POLL_MILLIS = 500;

  private final Destination destination;
  private final NodeFolder folder;
  private final DeliveryQueue queue;
  private final BackOff backOff;
  private final Semaphore signal = new Semaphore(0);
  private final Thread thread;
  private int failuresInARow;
  private volatile boolean closing;

  Delivery(Destination destination, NodeFolder folder, DeliveryQueue queue, BackOff backOff) {
    this.destination = destination;
    this.folder = folder;
    this.queue = queue;
    this.backOff = backOff;
    thread = new Thread(this::work, "node-delivery-" + destination.name());
    thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  void wake() {
    if (signal.availablePermits() == 0) {
      signal.release();
    }
  }

  private void work() {
    while (!closing) {
      try {
        Optional<PendingDelivery> next = queue.next(destination.name(), System.currentTimeMillis());
        if (next.isPresent()) {
          deliver(next.get());
        } else {
          boolean woken = signal.tryAcquire(POLL_MILLIS, TimeUnit.MILLISECONDS);
          LOG.log(Level.TRACE, "woken: {0}", woken);
        }
      } catch (InterruptedException e) {
        return;
      } catch (QueueUnavailableException e) {
        LOG.log(Level.WARNING, e.getMessage());
        pause(POLL_MILLIS);
      } catch (RuntimeException e) {
        LOG.log(Level.ERROR, "a delivery goes on after a fault", e);
        pause(POLL_MILLIS);
      }
    }
  }

  private void deliver(PendingDelivery pending) throws InterruptedException {
    try {
      byte[] file = folder.readResult(pending.fileName());
      ResultObject result =
          new ResultObject(pending.kind(), pending.sopClassUid(), pending.sopInstanceUid(), file);
      if (!isHeld(pending, result)) {
        destination.sender().send(result);
      }
      failuresInARow = 0;
      noteDelivered(pending.id());
    } catch (DeliveryException e) {
      if (e.isWorthAnotherTry()) {
        tryLater(pending, e.getMessage());
      } else {
        LOG.log(Level.WARNING, "{0} refuses a result: {1}", destination.name(), e.getMessage());
        queue.refused(pending.id(), e.getMessage(), System.currentTimeMillis());
      }
    } catch (IOException e) {
      tryLater(pending, "the result's file cannot be read");
    } catch (RuntimeException e) {
      if (e instanceof QueueUnavailableException) {
        throw e;
      }
      tryLater(pending, "the sender fails: " + e.getClass().getName());
    }
  }

  /**
   * Asks only where a result was sent and no answer was noted. A destination that cannot be asked
   * is sent the same object again: it has the same identity, so that it is stored once.
   */
  private boolean isHeld(PendingDelivery pending, ResultObject result) {
    if (!pending.inDoubt() || destination.check().isEmpty()) {
      return false;
    }
    try {
      return destination.check().get().holds(result);
    } catch (DeliveryException e) {
      LOG.log(Level.DEBUG, "{0} cannot be asked: {1}", destination.name(), e.getMessage());
      return false;
    }
  }

  /** The destination holds it: the row is written however long the database takes to come back. */
  private void noteDelivered(long id) throws InterruptedException {
    while (true) {
      try {
        queue.delivered(id, System.currentTimeMillis());
        return;
      } catch (QueueUnavailableException e) {
        if (closing) {
          throw e;
        }
        TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
      }
    }
  }

  private void tryLater(PendingDelivery pending, String error) {
    failuresInARow++;
    long pause = backOff.pauseMillis(failuresInARow, ThreadLocalRandom.current().nextDouble());
    LOG.log(
        Level.WARNING,
        "{0} does not take results now, next try in {1} ms: {2}",
        destination.name(),
        pause,
        error);
    queue.tryAgain(pending.id(), System.currentTimeMillis() + pause, error);
    pause(pause);
  }

  private void pause(long millis) {
    long end = System.nanoTime() + millis * 1_000_000;
    try {
      while (!closing && System.nanoTime() < end) {
        TimeUnit.MILLISECONDS.sleep(Math.min(100, millis));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Waits a while for a result that is being sent, then stops. */
  @Override
  public void close() {
    closing = true;
    signal.release();
    try {
      thread.join(10_000);
      thread.interrupt();
      thread.join(1000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
