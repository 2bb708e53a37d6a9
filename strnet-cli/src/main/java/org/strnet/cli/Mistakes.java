package org.strnet.cli;

import java.io.PrintWriter;
import java.nio.file.FileSystemException;
import org.strnet.provenance.BadInputException;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** What is said when a command cannot be done: one line for a user's mistake, all for ours. */
final class Mistakes {

  private Mistakes() {}

  static int ofUsage(ParameterException mistake, String[] arguments) {
    CommandLine command = mistake.getCommandLine();
    command
        .getErr()
        .printf(
            "strnet: %s (see %s --help)%n",
            oneLine(mistake), command.getCommandSpec().qualifiedName());
    return ExitCode.USAGE;
  }

  static int ofRunning(Exception failure, CommandLine command, ParseResult arguments) {
    PrintWriter err = command.getErr();
    if (failure instanceof BadInputException) {
      err.printf("strnet: %s%n", oneLine(failure));
      return ExitCode.USAGE;
    }
    if (failure instanceof FileSystemException files) {
      err.printf("strnet: %s: %s%n", files.getFile(), reason(files));
      return ExitCode.USAGE;
    }
    if (failure instanceof InterruptedException) {
      err.println("strnet: interrupted");
      return ExitCode.SOFTWARE;
    }
    err.println("strnet: this is a fault of the program, please report it:");
    failure.printStackTrace(err);
    err.flush();
    return ExitCode.SOFTWARE;
  }

  private static String reason(FileSystemException failure) {
    String reason = failure.getReason();
    return reason == null ? failure.getClass().getSimpleName() : reason;
  }

  private static String oneLine(Exception mistake) {
    return String.valueOf(mistake.getMessage()).replaceAll("\\s*\\R\\s*", " ");
  }
}
