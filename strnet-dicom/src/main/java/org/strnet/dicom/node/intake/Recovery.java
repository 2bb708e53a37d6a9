package org.strnet.dicom.node.intake;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.strnet.dicom.node.queue.Admission;
import org.strnet.dicom.node.queue.NodeFolder;
import org.strnet.dicom.node.queue.ObjectQueue;
import org.strnet.dicom.node.queue.StoredObject;
import org.strnet.dicom.node.scan.MalformedObjectException;
import org.strnet.dicom.node.scan.ObjectScanner;
import org.strnet.dicom.node.scan.ScannedObject;
import org.strnet.dicom.sealing.BrokenSealException;

/** At the start: files in {@code objects/} that the database does not know are added to it. */
public final class Recovery {

  private static final String OBJECT = ".dcm";

  private final NodeFolder folder;
  private final ObjectQueue queue;

  /** The recovery of a folder. */
  public Recovery(NodeFolder folder, ObjectQueue queue) {
    this.folder = folder;
    this.queue = queue;
  }

  /**
   * Adds what is missing. A file that cannot be read is renamed to {@code .unreadable} and left.
   *
   * @return how many were added
   * @throws IOException if the folder cannot be listed
   */
  public int run() throws IOException {
    Set<String> known = queue.knownFiles();
    int added = 0;
    for (String name : folder.objectNames()) {
      if (name.endsWith(OBJECT) && !known.contains(name)) {
        added += add(name) ? 1 : 0;
      }
    }
    return added;
  }

  private boolean add(String name) throws IOException {
    Path file = folder.object(name);
    StoredObject object;
    try {
      byte[] bytes = folder.readObject(name);
      ScannedObject scanned = ObjectScanner.scan(new ByteArrayInputStream(bytes), Long.MAX_VALUE);
      object =
          new StoredObject(
              scanned.sopInstanceUid(),
              scanned.pixelHash(),
              scanned.sopClassUid(),
              name,
              bytes.length);
    } catch (MalformedObjectException | BrokenSealException e) {
      Files.move(file, folder.object(name + ".unreadable"));
      return false;
    }
    List<Admission> answers = queue.admit(List.of(object), System.currentTimeMillis());
    if (answers.get(0) != Admission.NEW) {
      // Finished long ago, and the node died before the file was deleted; or never acknowledged.
      Files.delete(file);
      return false;
    }
    return true;
  }
}
