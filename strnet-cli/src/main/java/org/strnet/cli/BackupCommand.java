package org.strnet.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.strnet.dicom.node.queue.NodeFolder;
import org.strnet.provenance.BadInputException;
import org.strnet.server.operation.Backup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code strnet backup}. */
@Command(
    name = "backup",
    description = {
      "Writes the folder of a stopped reading room into one file: embedded database, films, the node's",
      "queue. A PostgreSQL database is not in it: back it up with pg_dump."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class BackupCommand implements Callable<Integer> {

  @Mixin private StoppedServer server = new StoppedServer();

  @Option(
      names = "--out",
      paramLabel = "FILE.zip",
      required = true,
      description = "File to write; holds patients' data.")
  private Path out = Path.of("");

  @Option(names = "--force", description = "Overwrite an older file.")
  private boolean force;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    if (Files.exists(out) && !force) {
      throw new BadInputException(
          out.toString(), "exists already and is kept; --force replaces it");
    }
    PrintWriter err = spec.commandLine().getErr();
    Path snapshot = Files.createTempFile("strnet-database", ".zip");
    try (NodeFolder stopped = stopped();
        ConfigurableApplicationContext database = server.openDatabase()) {
      boolean embedded = snapshot(database.getBean(DataSource.class), snapshot);
      int files =
          Backup.write(server.folder(), embedded ? Optional.of(snapshot) : Optional.empty(), out);
      err.printf("%d files of %s in %s%n", files, stopped.root().getParent(), out);
      if (!embedded) {
        err.println("The database is not in it: back it up with pg_dump at the same time.");
      }
    } finally {
      Files.deleteIfExists(snapshot);
    }
    return 0;
  }

  /** Nothing comes into the queue while this is held. */
  private NodeFolder stopped() {
    if (!Files.isDirectory(server.folder())) {
      throw new BadInputException(
          server.folder().toString(), "there is no reading room in this folder");
    }
    try {
      return NodeFolder.hold(server.folder().resolve("node"));
    } catch (BadInputException e) {
      throw new BadInputException(
          server.folder().toString(), "cannot be taken: a server that uses it is running", e);
    }
  }

  /** Whether the database is the embedded one, whose copy is then in the file. */
  private static boolean snapshot(DataSource database, Path file) {
    try (Connection connection = database.getConnection()) {
      if (!connection.getMetaData().getURL().startsWith("jdbc:h2:")) {
        return false;
      }
      try (PreparedStatement statement = connection.prepareStatement("BACKUP TO ?")) {
        statement.setString(1, file.toString());
        statement.execute();
      }
      return true;
    } catch (SQLException e) {
      throw new BadInputException(file.toString(), "the database cannot be copied", e);
    }
  }
}
