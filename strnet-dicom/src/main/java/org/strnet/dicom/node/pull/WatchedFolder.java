package org.strnet.dicom.node.pull;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.strnet.dicom.node.configuration.WatchConfiguration;
import org.strnet.dicom.node.database.QueueUnavailableException;
import org.strnet.dicom.node.intake.Intake;
import org.strnet.dicom.node.intake.IntakeException;
import org.strnet.dicom.node.queue.QueueLedger;

/**
 * Looks into a folder and those below it, and takes what is complete: a file whose size and time
 * did not change for a while. Names that begin with a dot or end with {@code .part} or {@code .tmp}
 * are left until they are renamed. A file is taken again when it has changed.
 */
public final class WatchedFolder implements AutoCloseable {

  private static final Logger LOG = System.getLogger(WatchedFolder.class.getName());

  private final WatchConfiguration configuration;
  private final Intake intake;
  private final QueueLedger ledger;
  private final Path folder;
  private final String source;
  private final Thread thread;
  private Map<Path, Seen> seen = new HashMap<>();
  private volatile boolean closing;

  /**
   * @param configuration the folder
   * @param intake what takes objects
   * @param ledger where it is noted
   */
  public WatchedFolder(WatchConfiguration configuration, Intake intake, QueueLedger ledger) {
    this.configuration = configuration;
    this.intake = intake;
    this.ledger = ledger;
    folder = Path.of(configuration.folder()).toAbsolutePath().normalize();
    source = "watch-" + hash(folder.toString()).substring(0, 32);
    thread = new Thread(this::run, "node-watch");
    thread.setDaemon(true);
  }

  /** Starts the thread. */
  public void start() {
    thread.start();
  }

  private void run() {
    while (!closing) {
      try {
        look();
      } catch (IOException | QueueUnavailableException e) {
        LOG.log(Level.WARNING, "the watched folder cannot be read now: {0}", e.getMessage());
      } catch (RuntimeException e) {
        LOG.log(Level.ERROR, "a watched folder goes on after a fault", e);
      }
      pause();
    }
  }

  private void pause() {
    try {
      Thread.sleep(Math.round(configuration.everySeconds() * 1000));
    } catch (InterruptedException e) {
      closing = true;
    }
  }

  private void look() throws IOException {
    Map<Path, Seen> now = new HashMap<>();
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (attributes.isRegularFile() && isFinalName(file)) {
              now.put(file, next(file, attributes));
            }
            return closing ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException e) {
            return FileVisitResult.CONTINUE;
          }
        });
    seen = now;
  }

  private static boolean isFinalName(Path file) {
    String name = String.valueOf(file.getFileName());
    return !name.startsWith(".") && !name.endsWith(".part") && !name.endsWith(".tmp");
  }

  private Seen next(Path file, BasicFileAttributes attributes) {
    long size = attributes.size();
    long time = attributes.lastModifiedTime().toMillis();
    Seen before = seen.get(file);
    if (before == null || before.size != size || before.time != time) {
      before = new Seen(size, time, System.nanoTime(), false);
    }
    double still = (System.nanoTime() - before.since) / 1e9;
    if (before.done || still < configuration.stableSeconds()) {
      return before;
    }
    return new Seen(size, time, before.since, take(file, size, time));
  }

  /** Whether nothing more is to be done with the file. */
  private boolean take(Path file, long size, long time) {
    String key = hash(folder.relativize(file) + "|" + size + "|" + time);
    if (ledger.isFetched(source, key)) {
      return true;
    }
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      intake.take(in);
    } catch (IntakeException e) {
      if (e.refusal().isTransient()) {
        return false;
      }
      LOG.log(Level.WARNING, "a watched file was refused: {0}", e.refusal().code());
    } catch (IOException e) {
      return false;
    }
    ledger.markFetched(source, key, System.currentTimeMillis());
    return true;
  }

  private static String hash(String text) {
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // Every Java platform has it.
    }
  }

  @Override
  public void close() {
    closing = true;
    try {
      thread.join(10_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private record Seen(long size, long time, long since, boolean done) {}
}
