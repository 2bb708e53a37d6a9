package org.strnet.spark.ledger;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hadoop.fs.Path;
import org.strnet.provenance.BadInputException;

/**
 * Holds a folder for one run: a file that is renewed as long as the run lives. A claim that is not
 * renewed, or whose process on this machine is gone, counts for nothing; of one that cannot be read
 * the file's own time counts.
 */
public final class RunClaim implements AutoCloseable {

  private static final System.Logger LOG = System.getLogger(RunClaim.class.getName());

  /** How old a claim may be. */
  static final Duration VALID = Duration.ofSeconds(60);

  private static final Duration RENEWAL = Duration.ofSeconds(10);

  /** Host, process, milliseconds since 1970. */
  private static final Pattern CLAIM = Pattern.compile("(\\S+) (\\d{1,18}) (\\d{1,18})");

  private final ArchiveFolder folder;
  private final Path file;
  private final Clock clock;
  private final ScheduledExecutorService renewal =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "claim");
            thread.setDaemon(true);
            return thread;
          });

  private Future<?> renewed = CompletableFuture.completedFuture(null);

  private RunClaim(ArchiveFolder folder, Clock clock) {
    this.folder = folder;
    this.file = folder.beside("_claim");
    this.clock = clock;
  }

  /**
   * Claims a folder.
   *
   * @throws BadInputException when another run holds it
   */
  public static RunClaim of(ArchiveFolder folder, Clock clock) throws IOException {
    RunClaim claim = new RunClaim(folder, clock);
    claim.requireFree();
    claim.write();
    long period = RENEWAL.toSeconds();
    claim.renewed =
        claim.renewal.scheduleAtFixedRate(claim::renew, period, period, TimeUnit.SECONDS);
    return claim;
  }

  @Override
  public void close() throws IOException {
    renewed.cancel(false);
    renewal.shutdownNow();
    folder.remove(file);
  }

  private void requireFree() throws IOException {
    Optional<byte[]> older = folder.read(file);
    if (older.isEmpty()) {
      return;
    }
    Matcher claim = CLAIM.matcher(new String(older.get(), StandardCharsets.UTF_8).strip());
    boolean legible = claim.matches();
    String writer =
        legible
            ? "on %s in process %s".formatted(claim.group(1), claim.group(2))
            : "by a claim that cannot be read";
    if (legible ? isAlive(claim) : isRecent(folder.modified(file))) {
      throw new BadInputException(
          file.getParent().toString(),
          "another run writes here, %s; a claim holds %d s".formatted(writer, VALID.toSeconds()));
    }
  }

  private boolean isAlive(Matcher claim) {
    boolean here = claim.group(1).equals(host());
    return isRecent(Long.parseLong(claim.group(3)))
        && !(here && ProcessHandle.of(Long.parseLong(claim.group(2))).isEmpty());
  }

  private boolean isRecent(long written) {
    return clock.millis() - written < VALID.toMillis();
  }

  private void renew() {
    try {
      write();
    } catch (IOException e) {
      // The next renewal may succeed; the claim holds longer than several of them.
      LOG.log(System.Logger.Level.WARNING, "the claim of the folder was not renewed", e);
    }
  }

  private void write() throws IOException {
    String text = "%s %d %d%n".formatted(host(), ProcessHandle.current().pid(), clock.millis());
    folder.write(file, text.getBytes(StandardCharsets.UTF_8));
  }

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName().replace(' ', '_');
    } catch (IOException e) {
      return "unknown";
    }
  }
}
