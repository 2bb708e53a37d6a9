package org.strnet.spark.inventory;

import java.nio.file.Files;
import java.util.Locale;
import java.util.Set;
import org.apache.hadoop.fs.FileStatus;
import org.strnet.spark.storage.Places;

/** Which entries of a folder count, by the rules of {@code strnet screen}. */
final class FolderEntries {

  private static final Set<String> DOCUMENTS =
      Set.of("csv", "json", "jsonl", "md", "html", "yaml", "yml", "parquet");

  private FolderEntries() {}

  /** Whether it is a folder to go into: hidden ones and links are left aside. */
  static boolean isFolder(FileStatus entry) {
    return entry.isDirectory() && !isHidden(entry) && !isLink(entry);
  }

  /** Hadoop's local files follow links without saying so. */
  private static boolean isLink(FileStatus entry) {
    return entry.isSymlink()
        || Places.local(entry.getPath()).filter(Files::isSymbolicLink).isPresent();
  }

  /** Whether it is a file that may be a film: every one but documents and hidden ones. */
  static boolean isFilm(FileStatus entry) {
    if (!entry.isFile() || isHidden(entry)) {
      return false;
    }
    String name = entry.getPath().getName().toLowerCase(Locale.ROOT);
    return !name.equals("dicomdir") && !DOCUMENTS.contains(extension(name));
  }

  private static String extension(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }

  private static boolean isHidden(FileStatus entry) {
    return entry.getPath().getName().startsWith(".");
  }
}
