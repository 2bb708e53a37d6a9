package org.strnet.dicom.node.intake;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import org.strnet.dicom.node.queue.Admission;
import org.strnet.dicom.node.queue.NodeFolder;
import org.strnet.dicom.node.queue.ObjectQueue;
import org.strnet.dicom.node.queue.QueueUnavailableException;
import org.strnet.dicom.node.queue.StoredObject;
import org.strnet.dicom.node.scan.MalformedObjectException;
import org.strnet.dicom.node.scan.ObjectScanner;
import org.strnet.dicom.node.scan.ScannedObject;

/**
 * Takes objects: stream to {@code incoming/}, force, rename into {@code objects/}, force the
 * folder, commit the row, and only then return. Several threads may use it.
 */
public final class Intake {

  private final IntakeRules rules;
  private final NodeFolder folder;
  private final ObjectQueue queue;
  private final LongSupplier freeSpace;
  private final Runnable whenNew;
  private final GroupCommit commits;
  private final IntakeCounters counters = new IntakeCounters();
  private final AtomicBoolean closing = new AtomicBoolean();

  /**
   * @param rules what is taken
   * @param folder where it goes
   * @param queue where it is noted
   * @param freeSpace bytes free on the disk now
   * @param whenNew told after an object was admitted that is to be processed
   */
  public Intake(
      IntakeRules rules,
      NodeFolder folder,
      ObjectQueue queue,
      LongSupplier freeSpace,
      Runnable whenNew) {
    this.rules = rules;
    this.folder = folder;
    this.queue = queue;
    this.freeSpace = freeSpace;
    this.whenNew = whenNew;
    commits = new GroupCommit(folder, queue);
  }

  /** What was taken and refused since the start. */
  public IntakeCounters counters() {
    return counters;
  }

  /** From now on everything is refused. */
  public void close() {
    closing.set(true);
  }

  /**
   * Takes one object.
   *
   * @param file a file after PS3.10 from its first byte; read to its end where the object is taken,
   *     to somewhere where it is refused, never closed
   * @return what the queue says to it; it is safely on disk
   * @throws IntakeException with the status to answer
   * @throws IOException if the stream fails
   */
  public Admission take(InputStream file) throws IntakeException, IOException {
    try {
      requireRoom();
      Admission admission = receive(file);
      counters.took(admission);
      if (admission == Admission.CONFLICT) {
        throw new IntakeException(
            Refusal.CONFLICT, "the SOP Instance UID is known with other pixels");
      }
      if (admission == Admission.NEW) {
        whenNew.run();
      }
      return admission;
    } catch (IntakeException e) {
      counters.refused(e.refusal());
      throw e;
    }
  }

  private void requireRoom() throws IntakeException {
    if (closing.get()) {
      throw new IntakeException(Refusal.CLOSING, "the node is closing");
    }
    long free = freeSpace.getAsLong();
    if (free < rules.freeSpaceFloor()) {
      throw new IntakeException(
          Refusal.OUT_OF_SPACE,
          "%d bytes stay free, found %d".formatted(rules.freeSpaceFloor(), free));
    }
    long waiting = queue.waiting();
    if (waiting >= rules.longestQueue()) {
      throw new IntakeException(
          Refusal.BEHIND, "at most %d objects wait".formatted(rules.longestQueue()));
    }
  }

  private Admission receive(InputStream file) throws IntakeException, IOException {
    ReceivingFile part;
    try {
      part = new ReceivingFile(file, folder.newPart(), rules.largestObject());
    } catch (ReceivingFile.DiskException e) {
      throw new IntakeException(Refusal.OUT_OF_SPACE, "no file can be made", e);
    }
    try {
      StoredObject object = stored(ObjectScanner.scan(part, rules.largestObject()), part);
      part.force();
      return commits.commit(part, object);
    } catch (ReceivingFile.TooLargeException e) {
      throw new IntakeException(Refusal.TOO_LARGE, e.getMessage(), e);
    } catch (ReceivingFile.DiskException e) {
      throw new IntakeException(Refusal.OUT_OF_SPACE, e.getMessage(), e);
    } catch (MalformedObjectException e) {
      throw new IntakeException(Refusal.UNREADABLE, e.getMessage(), e);
    } catch (QueueUnavailableException e) {
      throw new IntakeException(Refusal.UNAVAILABLE, e.getMessage(), e);
    } finally {
      part.discard();
    }
  }

  private StoredObject stored(ScannedObject scanned, ReceivingFile part) throws IntakeException {
    if (!scanned.metaAgrees()) {
      throw new IntakeException(
          Refusal.MISMATCH, "data set and request name one object, found two");
    }
    if (!rules.sopClasses().contains(scanned.sopClassUid())) {
      throw new IntakeException(
          Refusal.SOP_CLASS, "the SOP class is not accepted: " + scanned.sopClassUid());
    }
    if (!rules.transferSyntaxes().contains(scanned.transferSyntaxUid())) {
      throw new IntakeException(
          Refusal.TRANSFER_SYNTAX,
          "the transfer syntax is not accepted: " + scanned.transferSyntaxUid());
    }
    return new StoredObject(
        scanned.sopInstanceUid(),
        scanned.pixelHash(),
        scanned.sopClassUid(),
        NodeFolder.objectName(scanned.sopInstanceUid(), scanned.pixelHash()),
        part.written());
  }
}
