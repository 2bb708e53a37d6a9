package org.strnet.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.strnet.dicom.gate.GateConfiguration;
import org.strnet.network.Precision;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code strnet demo}. */
@Command(
    name = "demo",
    description = {
      "Screens the sample films that ship (phantoms, not patients) and writes a report.",
      "Research use only."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class DemoCommand implements Callable<Integer> {

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Folder for the report; a new one below out/ by default.")
  private Optional<Path> out = Optional.empty();

  @Option(names = "--force", description = "Overwrite an older report in DIR.")
  private boolean force;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException, InterruptedException {
    return ScreeningRun.run(
        new ScreeningRun.Request(
            List.of(Installation.samples()),
            Installation.phantomBundle(),
            Precision.FLOAT32,
            ClinicalTable.none(),
            GateConfiguration.defaults(),
            OutputFormat.TABLE,
            Optional.of(out.orElseGet(DemoCommand::newFolder)),
            force,
            Runtime.getRuntime().availableProcessors()),
        spec.commandLine());
  }

  /** The first of {@code out/demo}, {@code out/demo-2}, ... that does not exist. */
  private static Path newFolder() {
    Path folder = Path.of("out", "demo");
    for (int number = 2; Files.exists(folder); number++) {
      folder = Path.of("out", "demo-" + number);
    }
    return folder;
  }
}
