package org.strnet.evaluation.estimate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.strnet.provenance.BadInputException;

/** Writes a result and keeps what is there unless told otherwise. */
public final class ResultFile {

  private ResultFile() {}

  /**
   * Writes a text.
   *
   * @param force whether a file there is replaced
   * @throws BadInputException if a file is there and is kept, or cannot be written
   */
  public static void write(Path file, String text, boolean force) {
    write(file, text.getBytes(StandardCharsets.UTF_8), force);
  }

  /** Writes bytes, likewise. */
  public static void write(Path file, byte[] bytes, boolean force) {
    OpenOption[] options =
        force
            ? new OpenOption[] {
              StandardOpenOption.CREATE,
              StandardOpenOption.TRUNCATE_EXISTING,
              StandardOpenOption.WRITE
            }
            : new OpenOption[] {StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE};
    try {
      Path folder = file.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      Files.write(file, bytes, options);
    } catch (FileAlreadyExistsException e) {
      throw new BadInputException(
          file.toString(), "exists already and is kept; --force replaces it", e);
    } catch (IOException e) {
      throw new BadInputException(file.toString(), "cannot be written: " + e.getMessage(), e);
    }
  }
}
