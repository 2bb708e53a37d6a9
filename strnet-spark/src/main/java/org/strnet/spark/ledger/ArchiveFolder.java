package org.strnet.spark.ledger;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.permission.FsPermission;
import org.strnet.provenance.BadInputException;
import org.strnet.spark.identity.FilmIdentities;

/**
 * A folder of results.
 *
 * <pre>
 * archive.json                                       what holds for all of it
 * films/version=BUNDLE-DIGITS/batch=N/year=Y/...     the rows; each batch stands whole or not at all
 * _private/key                                       the secret of the pseudonyms
 * _work/                                             what is under way; gone after a run that ended
 * </pre>
 */
public final class ArchiveFolder {

  private static final String SETTINGS = "archive.json";
  private static final String VERSION = "version=";
  private static final String PRIVATE = "_private";
  private static final int KEY_BYTES = 32;
  private static final short OWNER_ONLY = 0700;

  private final FileSystem files;
  private final Path root;
  private final ArchiveSettings settings;

  private ArchiveFolder(FileSystem files, Path root, ArchiveSettings settings) {
    this.files = files;
    this.root = root;
    this.settings = settings;
  }

  /**
   * Opens a folder, or begins one.
   *
   * @throws BadInputException when it holds something else, or was begun with other settings
   */
  public static ArchiveFolder open(Path root, Configuration storage, ArchiveSettings settings)
      throws IOException {
    ArchiveFolder folder = new ArchiveFolder(root.getFileSystem(storage), root, settings);
    folder.begin();
    return folder;
  }

  /**
   * Opens a folder that was begun.
   *
   * @throws BadInputException when it was not
   */
  public static ArchiveFolder existing(Path root, Configuration storage) throws IOException {
    FileSystem files = root.getFileSystem(storage);
    byte[] begun =
        read(files, new Path(root, SETTINGS))
            .orElseThrow(
                () ->
                    new BadInputException(
                        root.toString(), "must hold the results of an archive, found none"));
    return new ArchiveFolder(files, root, ArchiveSettings.parse(root.toString(), begun));
  }

  private void begin() throws IOException {
    Path file = new Path(root, SETTINGS);
    Optional<byte[]> begun = read(file);
    if (begun.isPresent()) {
      settings.requireSame(root.toString(), ArchiveSettings.parse(root.toString(), begun.get()));
      return;
    }
    if (Arrays.stream(entries(root)).anyMatch(entry -> !isPrivate(entry.getPath()))) {
      throw new BadInputException(
          root.toString(), "must be empty or hold the results of an archive");
    }
    write(file, settings.json());
  }

  /** What holds for the folder. */
  public ArchiveSettings settings() {
    return settings;
  }

  /** Names of the versions that have results. */
  public List<String> versions() throws IOException {
    return Arrays.stream(entries(films()))
        .map(entry -> entry.getPath().getName())
        .filter(name -> name.startsWith(VERSION))
        .map(name -> name.substring(VERSION.length()))
        .toList();
  }

  /** A key may be there before the first run: of a folder whose films shall have the same names. */
  private static boolean isPrivate(Path entry) {
    return entry.getName().equals(PRIVATE);
  }

  /** Names under which the results keep identifiers: the same in every run of this folder. */
  public FilmIdentities identities() throws IOException {
    return new FilmIdentities(key(), settings.identifiers());
  }

  private byte[] key() throws IOException {
    Path folder = new Path(root, PRIVATE);
    Path file = new Path(folder, "key");
    Optional<byte[]> kept = read(file);
    if (kept.isPresent()) {
      return kept.get();
    }
    byte[] key = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(key);
    files.mkdirs(folder, new FsPermission(OWNER_ONLY));
    files.setPermission(folder, new FsPermission(OWNER_ONLY));
    // A name of its own first: half a key must not stay when the run ends here.
    Path fresh = new Path(folder, "key.new");
    write(fresh, key);
    rename(fresh, file);
    return key;
  }

  /** The results of one version of bundle, operating point and gate. */
  public Ledger ledger(String version) {
    return new Ledger(this, new Path(films(), VERSION + version));
  }

  /** The results of all versions. */
  public Path films() {
    return new Path(root, "films");
  }

  /** The place of what is under way: there while a run lives, and after one that ended badly. */
  public Path work() {
    return new Path(root, "_work");
  }

  /** A place for one thing that is under way. */
  public Path work(String name) {
    return new Path(work(), name);
  }

  /** A file or folder beside the results. */
  public Path beside(String name) {
    return new Path(root, name);
  }

  /** Removes a file or a folder with all that it holds. */
  public void remove(Path path) throws IOException {
    files.delete(path, true);
  }

  /** Whether there is such a file or folder. */
  public boolean holds(Path path) throws IOException {
    return files.exists(path);
  }

  /** Writes a file, over an older one. */
  public void write(Path file, byte[] content) throws IOException {
    try (FSDataOutputStream out = files.create(file, true)) {
      out.write(content);
    }
  }

  /** When a file that is there was written, in milliseconds since 1970. */
  long modified(Path file) throws IOException {
    return files.getFileStatus(file).getModificationTime();
  }

  /** A file's content, if it is there. */
  Optional<byte[]> read(Path file) throws IOException {
    return read(files, file);
  }

  private static Optional<byte[]> read(FileSystem files, Path file) throws IOException {
    try (var in = files.open(file)) {
      return Optional.of(in.readAllBytes());
    } catch (FileNotFoundException e) {
      return Optional.empty();
    }
  }

  /** A folder's entries by name; none where it is not there. */
  FileStatus[] entries(Path folder) throws IOException {
    try {
      FileStatus[] entries = files.listStatus(folder);
      Arrays.sort(entries);
      return entries;
    } catch (FileNotFoundException e) {
      return new FileStatus[0];
    }
  }

  /** Gives a file or folder another name; at once where the storage can. */
  void rename(Path from, Path to) throws IOException {
    files.mkdirs(to.getParent());
    if (!files.rename(from, to)) {
      throw new IOException("%s cannot be renamed to %s".formatted(from, to));
    }
  }
}
