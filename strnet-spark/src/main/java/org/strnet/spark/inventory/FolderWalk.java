package org.strnet.spark.inventory;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;
import org.strnet.spark.identity.FilmIdentities;

/**
 * The films below a folder, one at a time: only names of folders are held. A folder that cannot be
 * listed is itself an entry.
 */
final class FolderWalk implements Iterator<ArchivedFile> {

  private final Configuration configuration;
  private final FilmIdentities identities;
  private final boolean deep;
  private final Deque<Path> folders = new ArrayDeque<>();
  private String listed = "";
  private Optional<RemoteIterator<FileStatus>> entries = Optional.empty();
  private Optional<ArchivedFile> next;

  FolderWalk(WalkedFolder folder, Configuration configuration, FilmIdentities identities) {
    this.configuration = configuration;
    this.identities = identities;
    this.deep = folder.deep();
    folders.push(new Path(folder.path()));
    next = film();
  }

  @Override
  public boolean hasNext() {
    return next.isPresent();
  }

  @Override
  public ArchivedFile next() {
    ArchivedFile film = next.orElseThrow(NoSuchElementException::new);
    next = film();
    return film;
  }

  private Optional<ArchivedFile> film() {
    Optional<ArchivedFile> film = Optional.empty();
    while (film.isEmpty() && (entries.isPresent() || !folders.isEmpty())) {
      film = filmOfFolder();
    }
    return film;
  }

  private Optional<ArchivedFile> filmOfFolder() {
    try {
      RemoteIterator<FileStatus> listing = listing();
      while (listing.hasNext()) {
        FileStatus entry = listing.next();
        if (deep && FolderEntries.isFolder(entry)) {
          folders.push(entry.getPath());
        } else if (FolderEntries.isFilm(entry)) {
          return Optional.of(ArchivedFile.of(entry, identities));
        }
      }
      entries = Optional.empty();
      return Optional.empty();
    } catch (IOException e) {
      entries = Optional.empty();
      return Optional.of(ArchivedFile.closed(listed, identities));
    }
  }

  private RemoteIterator<FileStatus> listing() throws IOException {
    if (entries.isEmpty()) {
      Path folder = folders.pop();
      listed = folder.toString();
      entries = Optional.of(folder.getFileSystem(configuration).listStatusIterator(folder));
    }
    return entries.orElseThrow();
  }
}
