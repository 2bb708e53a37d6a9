package org.strnet.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.springframework.context.ConfigurableApplicationContext;
import org.strnet.provenance.BadInputException;
import org.strnet.server.ReadingRoom;
import org.strnet.server.audit.AuditLog;
import org.strnet.server.operation.Backup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code strnet restore}. */
@Command(
    name = "restore",
    description = {
      "Puts a backup into a folder that strnet serve can be started with. Every file and the audit",
      "log's chain are checked before the folder gets its name."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class RestoreCommand implements Callable<Integer> {

  @Option(
      names = "--from",
      paramLabel = "FILE.zip",
      required = true,
      description = "What strnet backup wrote.")
  private Path from = Path.of("");

  @Option(
      names = "--folder",
      paramLabel = "DIR",
      description = "Where the reading room shall be; strnet-data.")
  private Path folder = Path.of("strnet-data");

  @Option(
      names = "--force",
      description = "Take the place of a folder that is there; it stays beside, as DIR.before.")
  private boolean force;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    Path target = folder.toAbsolutePath().normalize();
    Path before = beside(target, ".before");
    boolean there = Files.exists(target);
    if (there && !force) {
      throw new BadInputException(
          folder.toString(), "exists already and is kept; --force takes its place");
    }
    if (there && Files.exists(before)) {
      throw new BadInputException(before.toString(), "exists already and is kept");
    }
    Path part = beside(target, ".restoring");
    delete(part);
    PrintWriter err = spec.commandLine().getErr();
    try {
      int files = Backup.restore(from, part);
      check(part, err);
      if (there) {
        Files.move(target, before, StandardCopyOption.ATOMIC_MOVE);
        err.printf("The folder that was there is %s now.%n", before);
      }
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
      err.printf("%d files in %s%n", files, target);
    } finally {
      delete(part);
    }
    return 0;
  }

  private static void check(Path part, PrintWriter err) throws IOException {
    if (!Files.exists(part.resolve(ReadingRoom.EMBEDDED_DATABASE + ".mv.db"))) {
      err.println("The backup has no embedded database: restore the site's with pg_restore.");
      return;
    }
    try (ConfigurableApplicationContext database =
        StoppedServer.openDatabase(part, Optional.empty())) {
      Optional<String> fault = database.getBean(AuditLog.class).fault();
      if (fault.isPresent()) {
        throw new BadInputException(part.toString(), "the audit log is broken: " + fault.get());
      }
    }
  }

  private static Path beside(Path folder, String ending) {
    return folder.resolveSibling(folder.getFileName() + ending);
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    List<Path> all;
    try (Stream<Path> walk = Files.walk(folder)) {
      all = walk.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : all) {
      Files.delete(path);
    }
  }
}
