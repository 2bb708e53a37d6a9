package org.strnet.dicom.film;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.strnet.radiograph.NotAssessable.Reason;

/** The table of contents of a medium (PS3.10 section 8.6, PS3.3 Annex F). */
public final class DicomDirectory {

  /** The name that PS3.10 gives such a file. */
  public static final String FILE_NAME = "DICOMDIR";

  private DicomDirectory() {}

  /** Whether a file has the name of a directory. */
  public static boolean isNamed(Path file) {
    return String.valueOf(file.getFileName()).equalsIgnoreCase(FILE_NAME);
  }

  /**
   * The image files that a directory lists, in its order. A reference that leads out of the
   * directory's folder is left out; whether the others exist is not asked.
   *
   * @throws org.strnet.radiograph.NotAssessableException when the file is no directory
   */
  public static List<Path> images(Path directory) {
    FilmHeader header = DicomFile.read(directory).header();
    if (!header.hasItems(Tag.DirectoryRecordSequence)) {
      throw FilmRefusals.refused(
          Reason.WRONG_OBJECT_CLASS, "a DICOMDIR has directory records, found none");
    }
    Path folder = directory.toAbsolutePath().getParent().normalize();
    List<Path> files = new ArrayList<>();
    for (Attributes item : header.items(Tag.DirectoryRecordSequence)) {
      FilmHeader entry = FilmHeader.of(item);
      List<String> parts = entry.texts(Tag.ReferencedFileID);
      if (entry.code(Tag.DirectoryRecordType).filter("IMAGE"::equals).isEmpty()
          || parts.isEmpty()) {
        continue;
      }
      Path file = folder.resolve(String.join("/", parts)).normalize();
      if (file.startsWith(folder)) {
        files.add(directory.resolveSibling(folder.relativize(file)));
      }
    }
    return List.copyOf(files);
  }
}
