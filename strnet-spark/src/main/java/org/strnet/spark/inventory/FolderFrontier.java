package org.strnet.spark.inventory;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;

/**
 * Cuts a tree of folders into parts that executors list: the driver goes down from the root until
 * there are enough folders, and holds nothing but their names.
 */
final class FolderFrontier {

  private final Configuration configuration;
  private final int enough;

  /**
   * @param configuration of the storage
   * @param enough parts, at least 1; fewer come where the tree has fewer folders
   */
  FolderFrontier(Configuration configuration, int enough) {
    this.configuration = configuration;
    this.enough = enough;
  }

  List<WalkedFolder> of(Path root) {
    List<WalkedFolder> parts = new ArrayList<>();
    Deque<Path> open = new ArrayDeque<>(List.of(root));
    while (!open.isEmpty() && open.size() < enough) {
      Path folder = open.removeFirst();
      parts.add(new WalkedFolder(folder.toString(), false));
      open.addAll(foldersIn(folder));
    }
    open.forEach(folder -> parts.add(new WalkedFolder(folder.toString(), true)));
    return parts;
  }

  /** Where it cannot be listed there are none here: who lists its films says so. */
  private List<Path> foldersIn(Path folder) {
    try {
      return listed(folder);
    } catch (IOException e) {
      return List.of();
    }
  }

  private List<Path> listed(Path folder) throws IOException {
    List<Path> folders = new ArrayList<>();
    RemoteIterator<FileStatus> entries =
        folder.getFileSystem(configuration).listStatusIterator(folder);
    while (entries.hasNext()) {
      FileStatus entry = entries.next();
      if (FolderEntries.isFolder(entry)) {
        folders.add(entry.getPath());
      }
    }
    return folders;
  }
}
