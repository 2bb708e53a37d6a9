package org.strnet.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.BeansException;
import org.springframework.context.ConfigurableApplicationContext;
import org.strnet.provenance.BadInputException;
import org.strnet.server.ReadingRoom;
import picocli.CommandLine.Option;

/** The folder and settings of a reading room that is not running, as options of a command. */
final class StoppedServer {

  @Option(
      names = "--folder",
      paramLabel = "DIR",
      description = "Folder of the reading room; strnet-data.")
  private Path folder = Path.of("strnet-data");

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "Settings that it is served with, where they name another database.")
  private Optional<Path> config = Optional.empty();

  Path folder() {
    return folder;
  }

  /** The embedded database is in use by one process at a time: a running server is noticed. */
  ConfigurableApplicationContext openDatabase() throws IOException {
    return openDatabase(folder, config);
  }

  static ConfigurableApplicationContext openDatabase(Path folder, Optional<Path> config)
      throws IOException {
    if (config.isEmpty()
        && !Files.exists(folder.resolve(ReadingRoom.EMBEDDED_DATABASE + ".mv.db"))) {
      throw new BadInputException(folder.toString(), "there is no reading room in this folder");
    }
    Map<String, String> settings = new HashMap<>();
    settings.put("strnet.folder", folder.toString());
    settings.put("logging.level.root", "off");
    config.ifPresent(
        file -> settings.put("spring.config.additional-location", file.toUri().toString()));
    try {
      return ReadingRoom.openDatabase(settings);
    } catch (BeansException e) {
      throw new BadInputException(
          folder.toString(),
          "the database cannot be opened: a server that uses it is running, or it is broken",
          e);
    }
  }
}
