package org.strnet.dicom.node.pull;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.strnet.dicom.node.configuration.PeerProtocol;
import org.strnet.dicom.node.configuration.PullConfiguration;
import org.strnet.dicom.node.database.QueueUnavailableException;
import org.strnet.dicom.node.intake.Intake;
import org.strnet.dicom.node.queue.QueueLedger;

/** Fetches from one archive in a thread of its own, round after round. */
public final class Pull implements AutoCloseable {

  private static final Logger LOG = System.getLogger(Pull.class.getName());
  private static final long LONGEST_PAUSE_MILLIS = 60_000;

  private final PullConfiguration configuration;
  private final QueueLedger ledger;
  private final Archive archive;
  private final Thread thread;
  private final AtomicLong fetched = new AtomicLong();
  private volatile boolean closing;

  /**
   * @param configuration what is fetched from where
   * @param intake what takes objects
   * @param ledger where it is noted
   */
  public Pull(PullConfiguration configuration, Intake intake, QueueLedger ledger) {
    this.configuration = configuration;
    this.ledger = ledger;
    archive =
        configuration.peer().protocol() == PeerProtocol.DICOMWEB
            ? new WebArchive(configuration.peer(), intake::take)
            : new DimseArchive(configuration.peer(), configuration.moveDestination());
    thread = new Thread(this::run, "node-pull-" + configuration.name());
    thread.setDaemon(true);
  }

  /** Starts the thread. */
  public void start() {
    thread.start();
  }

  /** Objects fetched since the start. */
  public long fetched() {
    return fetched.get();
  }

  private void run() {
    long pause = 1000;
    while (!closing) {
      try {
        new Wanted(configuration).visit(archive, this::fetch);
        pause = 1000;
        if (configuration.everySeconds() == 0) {
          return;
        }
        sleep(Math.round(configuration.everySeconds() * 1000));
      } catch (IOException | QueueUnavailableException e) {
        LOG.log(
            Level.WARNING,
            "{0}: {1}; next try in {2} ms",
            configuration.name(),
            e.getMessage(),
            pause);
        sleep(pause);
        pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS);
      } catch (RuntimeException e) {
        LOG.log(Level.ERROR, "a pull ends after a fault: " + configuration.name(), e);
        return;
      }
    }
  }

  private void fetch(List<FoundObject> objects) throws IOException {
    List<FoundObject> missing =
        objects.stream()
            .filter(o -> !ledger.isFetched(configuration.name(), o.sopInstance()))
            .toList();
    if (closing || missing.isEmpty()) {
      return;
    }
    archive.fetch(
        missing,
        object -> {
          ledger.markFetched(
              configuration.name(), object.sopInstance(), System.currentTimeMillis());
          fetched.incrementAndGet();
        });
  }

  private void sleep(long millis) {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    try {
      while (!closing && System.nanoTime() < end) {
        Thread.sleep(Math.min(100, Math.max(1, millis)));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      closing = true;
    }
  }

  /** Waits a while for what is being fetched. */
  @Override
  public void close() {
    closing = true;
    try {
      thread.join(10_000);
      if (archive instanceof AutoCloseable closeable) {
        closeable.close();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (Exception e) {
      LOG.log(Level.WARNING, "an archive did not close: {0}", e.getClass().getName());
    }
  }
}
