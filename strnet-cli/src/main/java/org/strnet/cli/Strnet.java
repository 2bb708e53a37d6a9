package org.strnet.cli;

import org.strnet.dicom.film.ToolkitImageReaders;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The program {@code strnet}: its commands in the order of the help text. */
@Command(
    name = "strnet",
    description = {
      "From a knee radiograph to a decision on bone densitometry.",
      "Research use only: it does not diagnose and cannot rule out bone loss."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      DemoCommand.class,
      ScreenCommand.class,
      ArchiveCommand.class,
      AuditCommand.class,
      TrainCommand.class,
      CrossvalCommand.class,
      EvaluateCommand.class,
      CompareCommand.class,
      RecalibrateCommand.class,
      CardCommand.class,
      ChecklistCommand.class,
      PlanCommand.class,
      PhantomCommand.class,
      ExportCohortCommand.class,
      NodeCommand.class,
      ServeCommand.class,
      AuditLogCommand.class,
      BackupCommand.class,
      RestoreCommand.class,
      BundleCommand.class
    })
public final class Strnet {

  private Strnet() {}

  /** Runs a command and ends the process with its exit code. */
  public static void main(String[] arguments) {
    System.exit(commandLine().execute(arguments));
  }

  /** The commands, ready to be executed. */
  public static CommandLine commandLine() {
    ToolkitImageReaders.withdraw();
    CommandLine commands = new CommandLine(new Strnet());
    // Not in BundleCommand's annotation: what verifies a bundle must not know what trains one.
    commands
        .getSubcommands()
        .get("bundle")
        .addSubcommand(new TrainedElsewhereCommand())
        .addSubcommand(new TrainingFilmsCommand())
        .addSubcommand(new TrainedMapsCommand())
        .addSubcommand(new QuantiseCommand());
    commands.setCaseInsensitiveEnumValuesAllowed(true);
    commands.setParameterExceptionHandler(Mistakes::ofUsage);
    commands.setExecutionExceptionHandler(Mistakes::ofRunning);
    return commands;
  }
}
