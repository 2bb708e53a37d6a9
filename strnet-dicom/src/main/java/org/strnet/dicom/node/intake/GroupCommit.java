package org.strnet.dicom.node.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import org.strnet.dicom.node.database.QueueUnavailableException;
import org.strnet.dicom.node.queue.Admission;
import org.strnet.dicom.node.queue.NodeFolder;
import org.strnet.dicom.node.queue.ObjectQueue;
import org.strnet.dicom.node.queue.StoredObject;

/**
 * Admits objects of several associations together: whoever comes first moves the files of all that
 * wait, forces the folder once and commits once. A single sender pays for no hand-over between
 * threads.
 */
final class GroupCommit {

  private final NodeFolder folder;
  private final ObjectQueue queue;
  private final ConcurrentLinkedQueue<Entry> pending = new ConcurrentLinkedQueue<>();
  private final ReentrantLock turn = new ReentrantLock();

  GroupCommit(NodeFolder folder, ObjectQueue queue) {
    this.folder = folder;
    this.queue = queue;
  }

  /**
   * Admits an object whose part was forced to disk; returns when that is safe.
   *
   * @throws ReceivingFile.DiskException if the folder fails; the object is not admitted
   * @throws QueueUnavailableException if the database fails; the object is not admitted
   */
  Admission commit(ReceivingFile part, StoredObject object) throws ReceivingFile.DiskException {
    Entry entry = new Entry(part, object);
    pending.add(entry);
    turn.lock();
    try {
      if (entry.isOpen()) {
        commitPending();
      }
    } finally {
      turn.unlock();
    }
    return entry.answer();
  }

  private void commitPending() {
    List<Entry> group = new ArrayList<>();
    for (Entry next = pending.poll(); next != null; next = pending.poll()) {
      group.add(next);
    }
    try {
      List<Entry> fresh = new ArrayList<>();
      for (Entry entry : group) {
        Admission admission = queue.ask(entry.object);
        if (admission == Admission.NEW) {
          folder.admit(entry.part.path(), entry.object.fileName());
          fresh.add(entry);
        }
      }
      if (!fresh.isEmpty()) {
        folder.forceObjects();
      }
      List<Admission> answers =
          queue.admit(group.stream().map(e -> e.object).toList(), System.currentTimeMillis());
      for (int i = 0; i < group.size(); i++) {
        Entry entry = group.get(i);
        entry.admission = Optional.of(answers.get(i));
        if (answers.get(i) == Admission.CONFLICT && fresh.contains(entry)) {
          // Two objects with one UID met in this group, and the other was first.
          Files.deleteIfExists(folder.object(entry.object.fileName()));
        }
      }
    } catch (IOException e) {
      group.forEach(entry -> entry.disk = Optional.of(new ReceivingFile.DiskException(e)));
    } catch (QueueUnavailableException e) {
      group.forEach(entry -> entry.database = Optional.of(e));
    }
  }

  /** One object; its fields are written by the thread that holds the turn. */
  private static final class Entry {
    private final ReceivingFile part;
    private final StoredObject object;
    private Optional<Admission> admission = Optional.empty();
    private Optional<ReceivingFile.DiskException> disk = Optional.empty();
    private Optional<QueueUnavailableException> database = Optional.empty();

    Entry(ReceivingFile part, StoredObject object) {
      this.part = part;
      this.object = object;
    }

    boolean isOpen() {
      return admission.isEmpty() && disk.isEmpty() && database.isEmpty();
    }

    Admission answer() throws ReceivingFile.DiskException {
      if (disk.isPresent()) {
        throw disk.get();
      }
      if (database.isPresent()) {
        throw database.get();
      }
      return admission.orElseThrow();
    }
  }
}
