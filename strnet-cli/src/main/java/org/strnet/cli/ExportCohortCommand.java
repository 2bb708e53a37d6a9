package org.strnet.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.strnet.dicom.cohort.CohortExport;
import org.strnet.dicom.cohort.CohortFolder;
import org.strnet.dicom.cohort.DensitometryTable;
import org.strnet.dicom.deidentification.Pseudonyms;
import org.strnet.dicom.gate.FilmGate;
import org.strnet.dicom.gate.GateConfiguration;
import org.strnet.provenance.BadInputException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code strnet export-cohort}. */
@Command(
    name = "export-cohort",
    description = {
      "Turns DICOM films and a table of T-scores into a cohort that names no patient:",
      "images/, cohort.csv, and left-out.csv with a reason for every object that is not in it."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class ExportCohortCommand implements Callable<Integer> {

  @Parameters(arity = "1..*", paramLabel = "PATH", description = "DICOM files and folders.")
  private List<Path> paths = new ArrayList<>();

  @Option(
      names = "--densitometry",
      required = true,
      paramLabel = "FILE.csv",
      description = "Columns patient_id, date, t_score; others are kept.")
  private Path densitometry = Path.of("");

  @Option(names = "--out", required = true, paramLabel = "DIR", description = "An empty folder.")
  private Path out = Path.of("");

  @Option(
      names = "--days",
      paramLabel = "N",
      description = "Most days between film and densitometry; 365 by default.")
  private int days = 365;

  @Option(
      names = "--key",
      paramLabel = "FILE",
      description = {
        "The site's secret, 16 bytes or more: equal keys give equal pseudonyms.",
        "Without it one is drawn and forgotten."
      })
  private Optional<Path> key = Optional.empty();

  @Option(
      names = "--gate",
      paramLabel = "FILE.yaml",
      description = "Which films may enter: age limit, words for body part and view.")
  private Optional<Path> gate = Optional.empty();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    requireEmpty();
    if (days < 0) {
      throw new BadInputException("--days", "must not be negative, found " + days);
    }
    DensitometryTable table = DensitometryTable.read(densitometry);
    GateConfiguration films =
        gate.map(GateConfiguration::read).orElseGet(GateConfiguration::defaults);
    List<Path> objects = ListedFilms.of(paths).films();
    CohortExport export = new CohortExport(new FilmGate(films), table, days, pseudonyms());
    PrintWriter err = spec.commandLine().getErr();
    Map<String, Integer> counts;
    try (Progress progress =
        Progress.of(Terminal.current(), err, "exporting", "objects", objects.size())) {
      counts = CohortFolder.write(export, table, objects, out, progress::step);
    }
    err.printf("%d of %d objects exported%n", counts.getOrDefault("", 0), objects.size());
    counts.forEach(
        (reason, count) -> {
          if (!reason.isEmpty()) {
            err.printf("  left out: %d, %s%n", count, reason.replace('_', ' '));
          }
        });
    err.flush();
    spec.commandLine().getOut().println(out.resolve("cohort.csv"));
    spec.commandLine().getOut().flush();
    return 0;
  }

  private Pseudonyms pseudonyms() throws IOException {
    if (key.isEmpty()) {
      byte[] drawn = new byte[32];
      new SecureRandom().nextBytes(drawn);
      return new Pseudonyms(drawn);
    }
    byte[] secret = Files.readAllBytes(key.get());
    if (secret.length < Pseudonyms.LEAST_KEY) {
      throw new BadInputException(
          key.get().toString(),
          "a key has at least %d bytes, found %d".formatted(Pseudonyms.LEAST_KEY, secret.length));
    }
    return new Pseudonyms(secret);
  }

  private void requireEmpty() throws IOException {
    if (!Files.exists(out)) {
      return;
    }
    if (!Files.isDirectory(out)) {
      throw new BadInputException(out.toString(), "must be a folder, found a file");
    }
    try (var files = Files.list(out)) {
      if (files.findAny().isPresent()) {
        throw new BadInputException(out.toString(), "must be empty, it holds files");
      }
    }
  }
}
