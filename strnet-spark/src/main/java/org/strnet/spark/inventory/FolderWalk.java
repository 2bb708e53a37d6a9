package org.strnet.spark.inventory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;

/** The films below a folder, one at a time: only names of folders are held. */
final class FolderWalk implements Iterator<FileStatus> {

  private final Configuration configuration;
  private final boolean deep;
  private final Deque<Path> folders = new ArrayDeque<>();
  private Optional<RemoteIterator<FileStatus>> entries = Optional.empty();
  private Optional<FileStatus> next;

  FolderWalk(WalkedFolder folder, Configuration configuration) {
    this.configuration = configuration;
    this.deep = folder.deep();
    folders.push(new Path(folder.path()));
    next = film();
  }

  @Override
  public boolean hasNext() {
    return next.isPresent();
  }

  @Override
  public FileStatus next() {
    FileStatus film = next.orElseThrow(NoSuchElementException::new);
    next = film();
    return film;
  }

  private Optional<FileStatus> film() {
    try {
      while (entries.isPresent() || !folders.isEmpty()) {
        Optional<FileStatus> film = filmOfFolder();
        if (film.isPresent()) {
          return film;
        }
      }
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Optional<FileStatus> filmOfFolder() throws IOException {
    if (entries.isEmpty()) {
      Path folder = folders.pop();
      FileSystem files = folder.getFileSystem(configuration);
      entries = Optional.of(files.listStatusIterator(folder));
    }
    RemoteIterator<FileStatus> listing = entries.orElseThrow();
    while (listing.hasNext()) {
      FileStatus entry = listing.next();
      if (deep && FolderEntries.isFolder(entry)) {
        folders.push(entry.getPath());
      } else if (FolderEntries.isFilm(entry)) {
        return Optional.of(entry);
      }
    }
    entries = Optional.empty();
    return Optional.empty();
  }
}
