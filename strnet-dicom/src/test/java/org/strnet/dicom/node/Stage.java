package org.strnet.dicom.node;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import org.strnet.dicom.node.database.NodeDatabase;
import org.strnet.dicom.node.intake.Intake;
import org.strnet.dicom.node.intake.IntakeRules;
import org.strnet.dicom.node.queue.NodeFolder;
import org.strnet.dicom.node.queue.ObjectQueue;
import org.strnet.dicom.node.queue.QueueLedger;
import org.strnet.dicom.node.receive.AcceptedSyntaxes;
import org.strnet.dicom.node.receive.ReceiverRules;
import org.strnet.dicom.sealing.Sealing;

/** The durable path of a node without its services, for tests. */
public final class Stage implements AutoCloseable {

  /** Far more than any test object. */
  public static final long LARGEST = 64L << 20;

  public final NodeFolder folder;
  public final NodeDatabase database;
  public final ObjectQueue queue;
  public final QueueLedger ledger;
  public final Intake intake;

  public Stage(Path root) {
    this(root, LARGEST, 1_000_000, () -> Long.MAX_VALUE);
  }

  public Stage(Path root, long largest, long longestQueue, LongSupplier freeSpace) {
    folder = NodeFolder.open(root, Sealing.NONE);
    database = NodeDatabase.open(folder.database());
    queue = new ObjectQueue(database);
    ledger = new QueueLedger(database);
    intake =
        new Intake(
            new IntakeRules(
                Set.of(TestObjects.CR),
                Set.copyOf(AcceptedSyntaxes.uids()),
                largest,
                1 << 20,
                longestQueue),
            folder,
            queue,
            freeSpace,
            () -> {});
  }

  /** Rules of a receiver on any port of the loopback. */
  public static ReceiverRules receiver(Set<String> callers, int associations, Duration idle) {
    return new ReceiverRules(
        "STRNET",
        "127.0.0.1",
        0,
        callers,
        Set.of(TestObjects.CR),
        associations,
        131072,
        idle,
        Duration.ofSeconds(60),
        Optional.empty(),
        false);
  }

  @Override
  public void close() {
    database.close();
    folder.close();
  }
}
