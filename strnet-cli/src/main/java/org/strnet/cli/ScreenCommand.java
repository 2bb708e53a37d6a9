package org.strnet.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.strnet.dicom.gate.GateConfiguration;
import org.strnet.provenance.BadInputException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code strnet screen}. */
@Command(
    name = "screen",
    description = {
      "Screens knee radiographs: refer for densitometry, not flagged, or not assessable.",
      "Research use only; \"not flagged\" does not rule out bone loss."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class ScreenCommand implements Callable<Integer> {

  @Parameters(
      arity = "1..*",
      paramLabel = "PATH",
      description = "Films (DICOM, PNG, JPEG, TIFF), folders of films, a DICOMDIR.")
  private List<Path> paths = new ArrayList<>();

  @Option(
      names = "--bundle",
      paramLabel = "BUNDLE",
      description = "Bundle to screen with, a folder or a zip; the released one by default.")
  private Optional<Path> bundle = Optional.empty();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "Standard output as ${COMPLETION-CANDIDATES}; TABLE by default.")
  private OutputFormat format = OutputFormat.TABLE;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Folder for report.html, results.csv, results.jsonl and heat-maps.")
  private Optional<Path> out = Optional.empty();

  @Option(
      names = "--clinical",
      paramLabel = "FILE.csv",
      description =
          "Clinical variables, one row per film, matched by the image's file name;"
              + " they go before those of a DICOM header.")
  private Optional<Path> clinical = Optional.empty();

  @Option(
      names = "--gate",
      paramLabel = "FILE.yaml",
      description = "Which DICOM films are assessed: age limit, words for body part and view.")
  private Optional<Path> gate = Optional.empty();

  @Mixin private PrecisionOption precision = new PrecisionOption();

  @Option(names = "--force", description = "Overwrite an older report in DIR.")
  private boolean force;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Films assessed at once; one per core by default.")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (threads < 1) {
      throw new BadInputException("--threads", "must be at least 1, found " + threads);
    }
    ClinicalTable table = clinical.map(ClinicalTable::read).orElseGet(ClinicalTable::none);
    GateConfiguration films =
        gate.map(GateConfiguration::read).orElseGet(GateConfiguration::defaults);
    Path used = bundle.isPresent() ? bundle.get() : Installation.screeningBundle();
    return ScreeningRun.run(
        new ScreeningRun.Request(
            paths, used, precision.precision(), table, films, format, out, force, threads),
        spec.commandLine());
  }
}
