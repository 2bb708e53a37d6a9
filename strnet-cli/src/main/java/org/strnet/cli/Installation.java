package org.strnet.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.strnet.provenance.BadInputException;

/** Where the program's own bundles and sample films are. */
final class Installation {

  /** System property that the launcher sets. */
  static final String HOME = "strnet.home";

  private static final String MODELS = "models";
  private static final String SCREENING_BUNDLE = "strnet-knee";
  private static final String PHANTOM_BUNDLE = "strnet-phantom";
  private static final String SAMPLES = "samples";

  private Installation() {}

  /** The bundle used when none is named. */
  static Path screeningBundle() {
    return part(Path.of(MODELS, SCREENING_BUNDLE), "name a bundle with --bundle");
  }

  /** The bundle fitted on phantoms. */
  static Path phantomBundle() {
    return part(Path.of(MODELS, PHANTOM_BUNDLE), "it is part of the released program");
  }

  /** The sample films. */
  static Path samples() {
    return part(Path.of(SAMPLES), "they are part of the released program");
  }

  private static Path part(Path part, String hint) {
    Path found = home().resolve(part);
    if (!Files.isDirectory(found)) {
      throw new BadInputException(found.toString(), "there is no such folder; " + hint);
    }
    return found;
  }

  /** The folder the launcher names, else the nearest one up from here that holds models. */
  private static Path home() {
    Optional<String> named = Optional.ofNullable(System.getProperty(HOME));
    if (named.isPresent()) {
      return Path.of(named.get());
    }
    Path here = Path.of("").toAbsolutePath();
    for (Path folder = here; folder != null; folder = folder.getParent()) {
      if (Files.isDirectory(folder.resolve(MODELS))) {
        return folder;
      }
    }
    return here;
  }
}
