package org.strnet.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.strnet.provenance.BadInputException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

/**
 * Names {@code strnet archive} among the commands. Spark and what it brings do not go with the
 * server's parts in one process, so the launcher starts the module's own program instead of this
 * one.
 */
@Command(
    name = "archive",
    description = "Screens an archive of films on Apache Spark, embedded or on a cluster.")
final class ArchiveCommand implements Callable<Integer> {

  @Unmatched private List<String> arguments = new ArrayList<>();

  @Override
  public Integer call() {
    throw new BadInputException(
        "archive " + String.join(" ", arguments),
        "runs in a process of its own: start it with the launcher strnet, or give"
            + " org.strnet.spark.command.ArchiveProgram to spark-submit");
  }
}
