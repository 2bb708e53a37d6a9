package org.strnet.dicom.node.intake;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import org.strnet.dicom.node.database.QueueUnavailableException;
import org.strnet.dicom.node.queue.Admission;
import org.strnet.dicom.node.queue.NodeFolder;
import org.strnet.dicom.node.queue.ObjectQueue;
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
   * @return which object it is and what the queue says to it; it is safely on disk
   * @throws IntakeException with the status to answer
   * @throws IOException if the stream fails
   */
  public Receipt take(InputStream file) throws IntakeException, IOException {
    return take(file, Optional.empty());
  }

  /** As {@link #take(InputStream)}, of an object that must belong to a study where one is given. */
  public Receipt take(InputStream file, Optional<String> studyInstanceUid)
      throws IntakeException, IOException {
    try {
      requireRoom();
      Receipt receipt = receive(file, studyInstanceUid);
      counters.took(receipt.admission());
      if (receipt.admission() == Admission.NEW) {
        whenNew.run();
      }
      return receipt;
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

  private Receipt receive(InputStream file, Optional<String> study)
      throws IntakeException, IOException {
    ReceivingFile part;
    try {
      part = new ReceivingFile(file, folder, rules.largestObject());
    } catch (ReceivingFile.DiskException e) {
      throw new IntakeException(Refusal.OUT_OF_SPACE, "no file can be made", e);
    }
    try {
      ScannedObject scanned = ObjectScanner.scan(part, rules.largestObject());
      ObjectName name = new ObjectName(scanned.sopClassUid(), scanned.sopInstanceUid());
      try {
        requireAccepted(scanned, study);
        return new Receipt(store(scanned, part), name);
      } catch (IntakeException e) {
        throw e.of(name);
      }
    } catch (ReceivingFile.TooLargeException e) {
      throw new IntakeException(Refusal.TOO_LARGE, e.getMessage(), e);
    } catch (ReceivingFile.DiskException e) {
      throw new IntakeException(Refusal.OUT_OF_SPACE, e.getMessage(), e);
    } catch (MalformedObjectException e) {
      throw new IntakeException(Refusal.UNREADABLE, e.getMessage(), e);
    } finally {
      part.discard();
    }
  }

  private Admission store(ScannedObject scanned, ReceivingFile part) throws IntakeException {
    try {
      part.force();
      Admission admission =
          commits.commit(
              part,
              new StoredObject(
                  scanned.sopInstanceUid(),
                  scanned.pixelHash(),
                  scanned.sopClassUid(),
                  NodeFolder.objectName(scanned.sopInstanceUid(), scanned.pixelHash()),
                  part.written()));
      if (admission == Admission.CONFLICT) {
        throw new IntakeException(
            Refusal.CONFLICT, "the SOP Instance UID is known with other pixels");
      }
      return admission;
    } catch (ReceivingFile.DiskException e) {
      throw new IntakeException(Refusal.OUT_OF_SPACE, e.getMessage(), e);
    } catch (QueueUnavailableException e) {
      throw new IntakeException(Refusal.UNAVAILABLE, e.getMessage(), e);
    }
  }

  private void requireAccepted(ScannedObject scanned, Optional<String> study)
      throws IntakeException {
    if (!scanned.metaAgrees()) {
      throw new IntakeException(
          Refusal.MISMATCH, "data set and request name one object, found two");
    }
    if (study.isPresent() && !study.get().equals(scanned.studyInstanceUid())) {
      throw new IntakeException(Refusal.MISMATCH, "the object belongs to another study");
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
  }
}
