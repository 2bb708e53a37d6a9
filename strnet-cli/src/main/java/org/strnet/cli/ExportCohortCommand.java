package org.strnet.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.strnet.dicom.cohort.CohortExport;
import org.strnet.dicom.cohort.CohortFolder;
import org.strnet.dicom.cohort.DensitometryTable;
import org.strnet.dicom.deidentification.Pseudonyms;
import org.strnet.dicom.gate.FilmGate;
import org.strnet.dicom.gate.GateConfiguration;
import org.strnet.dicom.node.configuration.NodeConfiguration;
import org.strnet.dicom.node.configuration.PullConfiguration;
import org.strnet.dicom.node.pull.ArchiveDownload;
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

  @Parameters(arity = "0..*", paramLabel = "PATH", description = "DICOM files and folders.")
  private List<Path> paths = new ArrayList<>();

  @Option(
      names = "--archive",
      paramLabel = "FILE.yaml",
      description = {
        "Instead of files: the pulls of a node's configuration,",
        "fetched by QIDO-RS and WADO-RS and deleted after the export."
      })
  private Optional<Path> archive = Optional.empty();

  @Option(
      names = "--dicom",
      description = "Write each film as a de-identified DICOM object too, below dicom/.")
  private boolean dicom;

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
    CohortExport export =
        new CohortExport(
            new FilmGate(films),
            table,
            days,
            pseudonyms(),
            dicom ? CohortExport.Objects.DEIDENTIFIED : CohortExport.Objects.NONE);
    if (archive.isEmpty()) {
      write(export, table, ListedFilms.of(paths).films());
    } else if (paths.isEmpty()) {
      writeFetched(export, table, archive.get());
    } else {
      throw new BadInputException("--archive", "is given instead of files, found both");
    }
    return 0;
  }

  /** What is fetched names patients: it lies in a folder of its own, and not for long. */
  private void writeFetched(CohortExport export, DensitometryTable table, Path configuration)
      throws IOException {
    Path fetched = Files.createTempDirectory("strnet-export");
    try {
      List<Path> objects = new ArrayList<>();
      for (PullConfiguration pull : NodeConfiguration.read(configuration).pulls()) {
        Path folder = Files.createDirectory(fetched.resolve(String.valueOf(objects.size())));
        objects.addAll(ArchiveDownload.toFolder(pull, folder, () -> {}));
      }
      write(export, table, objects);
    } finally {
      try (Stream<Path> files = Files.walk(fetched)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  private void write(CohortExport export, DensitometryTable table, List<Path> objects)
      throws IOException {
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
