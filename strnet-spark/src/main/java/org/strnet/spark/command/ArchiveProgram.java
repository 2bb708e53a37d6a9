package org.strnet.spark.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.PrintWriter;
import java.nio.file.FileSystemException;
import java.util.Arrays;
import org.strnet.provenance.BadInputException;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** The program that the launcher starts for {@code strnet archive}, and {@code spark-submit}. */
public final class ArchiveProgram {

  private final PrintWriter out;
  private final PrintWriter err;

  /**
   * @param out standard output
   * @param err standard error
   */
  ArchiveProgram(PrintWriter out, PrintWriter err) {
    this.out = out;
    this.err = err;
  }

  /** Runs the command and ends the process with its exit code. */
  public static void main(String[] arguments) {
    PrintWriter out = new PrintWriter(System.out, true, UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, UTF_8);
    System.exit(new ArchiveProgram(out, err).execute(arguments));
  }

  /**
   * Runs a command.
   *
   * @param arguments {@code cohort}, {@code prevalence} and what they take, else what is screened
   * @return the exit code
   */
  int execute(String... arguments) {
    String first = arguments.length == 0 ? "" : arguments[0];
    return switch (first) {
      case "cohort" -> ready(new CohortCommand(), first).execute(rest(arguments));
      case "prevalence" -> ready(new PrevalenceCommand(), first).execute(rest(arguments));
      default -> ready(new ArchiveCommand(), "").execute(arguments);
    };
  }

  private static String[] rest(String[] arguments) {
    return Arrays.copyOfRange(arguments, 1, arguments.length);
  }

  private CommandLine ready(Object subject, String name) {
    CommandLine command = new CommandLine(subject);
    command.setCommandName(("strnet archive " + name).strip());
    command.setOut(out);
    command.setErr(err);
    command.setCaseInsensitiveEnumValuesAllowed(true);
    command.setParameterExceptionHandler(ArchiveProgram::ofUsage);
    command.setExecutionExceptionHandler(ArchiveProgram::ofRunning);
    return command;
  }

  private static int ofUsage(ParameterException mistake, String[] arguments) {
    PrintWriter err = mistake.getCommandLine().getErr();
    err.printf(
        "strnet: %s (see %s --help)%n",
        oneLine(mistake), mistake.getCommandLine().getCommandName());
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
