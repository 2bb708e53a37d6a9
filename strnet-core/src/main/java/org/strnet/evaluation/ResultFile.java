package org.strnet.evaluation;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.strnet.provenance.BadInputException;

/** Writes a result and keeps what is there unless told otherwise. */
final class ResultFile {

  private ResultFile() {}

  static void write(Path file, String text, boolean force) {
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
      Files.writeString(file, text, options);
    } catch (FileAlreadyExistsException e) {
      throw new BadInputException(
          file.toString(), "exists already and is kept; --force replaces it", e);
    } catch (IOException e) {
      throw new BadInputException(file.toString(), "cannot be written: " + e.getMessage(), e);
    }
  }
}
