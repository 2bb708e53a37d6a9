package org.strnet.spark.ledger;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.util.SerializableConfiguration;

/**
 * Which films are under way: a file per film, there while the film is in a process's hands. What is
 * left when a process has died names the films that it held.
 */
public final class Marks implements Serializable {

  private static final long serialVersionUID = 1;

  private final String folder;
  private final SerializableConfiguration storage;

  /**
   * @param folder of the marks; made with the first
   * @param storage how it is opened
   */
  public Marks(Path folder, SerializableConfiguration storage) {
    this.folder = folder.toString();
    this.storage = storage;
  }

  /** Keys of the films that are marked. */
  public Set<String> marked() throws IOException {
    try {
      return Arrays.stream(files().listStatus(new Path(folder)))
          .map(mark -> mark.getPath().getName())
          .collect(Collectors.toUnmodifiableSet());
    } catch (FileNotFoundException e) {
      return Set.of();
    }
  }

  /** Whether a film is marked. */
  public boolean holds(String film) throws IOException {
    return files().exists(mark(film));
  }

  /** Marks a film. */
  public void set(String film) throws IOException {
    files().create(mark(film), true).close();
  }

  /** Takes a film's mark away. */
  public void clear(String film) throws IOException {
    files().delete(mark(film), false);
  }

  private Path mark(String film) {
    return new Path(folder, film);
  }

  private FileSystem files() throws IOException {
    return new Path(folder).getFileSystem(storage.value());
  }
}
