package org.strnet.dicom.node;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import org.strnet.dicom.node.database.QueueUnavailableException;
import org.strnet.dicom.node.queue.DroppableFile;
import org.strnet.dicom.node.queue.NodeFolder;
import org.strnet.dicom.node.queue.OutcomeLedger;

/** Deletes the files that nothing waits for any more, so that the disk does not fill. */
final class FileKeeper implements Runnable {

  private static final Logger LOG = System.getLogger(FileKeeper.class.getName());
  private static final int AT_ONCE = 1000;

  private final NodeFolder folder;
  private final OutcomeLedger ledger;
  private final Duration keep;

  FileKeeper(NodeFolder folder, OutcomeLedger ledger, Duration keep) {
    this.folder = folder;
    this.ledger = ledger;
    this.keep = keep;
  }

  @Override
  public void run() {
    try {
      long before = System.currentTimeMillis() - keep.toMillis();
      // Nobody may send a file again while it is decided that nothing waits for it.
      synchronized (folder) {
        drop(before);
      }
    } catch (IOException | QueueUnavailableException e) {
      LOG.log(Level.WARNING, "old files could not be deleted now: {0}", e.getClass().getName());
    }
  }

  private void drop(long before) throws IOException {
    List<DroppableFile> objects = ledger.droppableObjects(before, AT_ONCE);
    List<DroppableFile> results = ledger.droppableResults(before, AT_ONCE);
    if (objects.isEmpty() && results.isEmpty()) {
      return;
    }
    ledger.markDropped(objects, results);
    for (DroppableFile file : objects) {
      Files.deleteIfExists(folder.object(file.fileName()));
    }
    for (DroppableFile file : results) {
      Files.deleteIfExists(folder.result(file.fileName()));
    }
  }
}
