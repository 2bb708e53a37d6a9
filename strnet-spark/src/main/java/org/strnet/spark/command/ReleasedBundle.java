package org.strnet.spark.command;

import java.nio.file.Files;
import java.nio.file.Path;
import org.strnet.provenance.BadInputException;

/** The bundle used when none is named: where the launcher says the program stands. */
final class ReleasedBundle {

  private static final String HOME = "strnet.home";

  private ReleasedBundle() {}

  static Path path() {
    Path bundle = Path.of(System.getProperty(HOME, ""), "models", "strnet-knee");
    if (!Files.isDirectory(bundle)) {
      throw new BadInputException(
          bundle.toString(), "there is no such folder; name a bundle with --bundle");
    }
    return bundle;
  }
}
