package org.strnet.dicom.node.configuration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.strnet.provenance.BadInputException;

/** Rules that several parts share. */
final class Checks {

  private Checks() {}

  static void range(String key, double value, double lowest, double highest) {
    if (!(value >= lowest && value <= highest)) {
      throw new IllegalArgumentException(
          "%s must be %s to %s, found %s".formatted(key, lowest, highest, value));
    }
  }

  static void name(String key, String value, int longest) {
    if (value.isBlank() || value.length() > longest) {
      throw new IllegalArgumentException(
          "%s must have 1 to %d characters, found %s".formatted(key, longest, value));
    }
  }

  /** The first line of a file of a secret; empty where no file is named. */
  static Optional<String> secret(String key, String file) {
    if (file.isEmpty()) {
      return Optional.empty();
    }
    try {
      String line = Files.readString(Path.of(file)).lines().findFirst().orElse("").strip();
      if (line.isEmpty()) {
        throw new BadInputException(file, key + " names a file with a first line");
      }
      return Optional.of(line);
    } catch (IOException e) {
      throw new BadInputException(file, key + " cannot be read", e);
    }
  }
}
