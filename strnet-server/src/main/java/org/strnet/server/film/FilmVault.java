package org.strnet.server.film;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.strnet.dicom.sealing.DurableFile;
import org.strnet.dicom.sealing.SealedFolder;
import org.strnet.dicom.sealing.Sealing;

/**
 * Files of films and pictures under generated names, encrypted where there is a key. A file is
 * forced to disk before its name is given away.
 */
public final class FilmVault {

  private static final Pattern NAME = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  private final Path folder;
  private final Sealing sealing;

  /**
   * @param folder made where it is missing
   * @param sealing how files are kept
   * @throws org.strnet.provenance.BadInputException when files there are sealed with another key
   */
  public FilmVault(Path folder, Sealing sealing) {
    this.folder = folder;
    this.sealing = sealing;
    try {
      Files.createDirectories(folder);
      SealedFolder.prepare(
          folder, List.of(folder), sealing, file -> String.valueOf(file.getFileName()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How its files are kept, for others that keep films. */
  public Sealing sealing() {
    return sealing;
  }

  /** Keeps bytes and gives the name to find them by. */
  public String keep(byte[] bytes) {
    String name = UUID.randomUUID().toString();
    keep(bytes, name);
    return name;
  }

  /**
   * Keeps bytes under a name that was given away before and whose file is gone.
   *
   * @param name of the vault
   */
  public void keep(byte[] bytes, String name) {
    try {
      Path target = path(name);
      Files.createDirectories(target.getParent());
      DurableFile.write(target, sealing.seal(bytes, name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether the file of a name is there. */
  public boolean holds(String name) {
    return Files.exists(path(name));
  }

  /**
   * The bytes of a name.
   *
   * @throws FilmGoneException when its file is not there
   */
  public byte[] bytes(String name) {
    try {
      return sealing.open(Files.readAllBytes(path(name)), name);
    } catch (NoSuchFileException e) {
      throw new FilmGoneException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Deletes a file if it is there. */
  public void delete(String name) {
    try {
      Files.deleteIfExists(path(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path path(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("names of the vault are generated ones");
    }
    return folder.resolve(name.substring(0, 2)).resolve(name);
  }
}
