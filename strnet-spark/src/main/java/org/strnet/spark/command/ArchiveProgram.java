package org.strnet.spark.command;

import java.io.PrintWriter;
import java.nio.file.FileSystemException;
import org.strnet.provenance.BadInputException;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** The program that the launcher starts for {@code strnet archive}, and {@code spark-submit}. */
public final class ArchiveProgram {

  private ArchiveProgram() {}

  /** Runs the command and ends the process with its exit code. */
  public static void main(String[] arguments) {
    System.exit(commandLine().execute(arguments));
  }

  /** The command, ready to be executed. */
  public static CommandLine commandLine() {
    CommandLine command = new CommandLine(new ArchiveCommand());
    command.setCommandName("strnet archive");
    command.setCaseInsensitiveEnumValuesAllowed(true);
    command.setParameterExceptionHandler(ArchiveProgram::ofUsage);
    command.setExecutionExceptionHandler(ArchiveProgram::ofRunning);
    return command;
  }

  private static int ofUsage(ParameterException mistake, String[] arguments) {
    PrintWriter err = mistake.getCommandLine().getErr();
    err.printf("strnet: %s (see strnet archive --help)%n", oneLine(mistake));
    return ExitCode.USAGE;
  }

  private static int ofRunning(Exception failure, CommandLine command, ParseResult arguments) {
    PrintWriter err = command.getErr();
    if (failure instanceof BadInputException || failure instanceof FileSystemException) {
      err.printf("strnet: %s%n", oneLine(failure));
      return ExitCode.USAGE;
    }
    err.println("strnet: this is a fault of the program or of the cluster:");
    failure.printStackTrace(err);
    err.flush();
    return ExitCode.SOFTWARE;
  }

  private static String oneLine(Exception mistake) {
    return String.valueOf(mistake.getMessage()).replaceAll("\\s*\\R\\s*", " ");
  }
}
