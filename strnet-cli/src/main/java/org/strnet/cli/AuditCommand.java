package org.strnet.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.strnet.audit.Audit;
import org.strnet.audit.AuditReport;
import org.strnet.audit.film.Workers;
import org.strnet.audit.report.AuditHtml;
import org.strnet.audit.report.AuditJson;
import org.strnet.audit.report.AuditText;
import org.strnet.dataset.Cohort;
import org.strnet.dataset.Contradictions;
import org.strnet.dataset.Targets;
import org.strnet.evaluation.estimate.ResultFile;
import org.strnet.evaluation.resampling.PatientBootstrap;
import org.strnet.provenance.BadInputException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code strnet audit}. */
@Command(
    name = "audit",
    description = {
      "Asks whether a cohort can be believed.",
      "Looks for duplicates, films under two labels, split leaks and impossible values, and asks",
      "whether the label can be told without looking at bone.",
      "Findings are results: the exit code is 0 with findings, 2 when the cohort cannot be read."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class AuditCommand implements Callable<Integer> {

  private static final int RESAMPLES = 1000;

  private static final int SHOWN = 10;

  /** How the report is written to standard output. */
  enum Format {
    /** For a reader. */
    TEXT,
    /** As {@code audit.json}. */
    JSON
  }

  @Option(names = "--cohort", required = true, paramLabel = "FILE.csv", description = "The films.")
  private Path cohort = Path.of("");

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Also write audit.json and audit.html, with duplicates side by side.")
  private Optional<Path> out = Optional.empty();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "Standard output as ${COMPLETION-CANDIDATES}; text by default.")
  private Format format = Format.TEXT;

  @Option(
      names = "--config",
      paramLabel = "FILE.yaml",
      description = "Training settings whose targets say what the label is; bone loss by default.")
  private Optional<Path> config = Optional.empty();

  @Option(names = "--force", description = "Overwrite an older audit in DIR.")
  private boolean force;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Seed of folds and intervals; ${DEFAULT-VALUE} by default.")
  private long seed = 1;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Films read at once; one per core by default.")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (threads < 1) {
      throw new BadInputException("--threads", "must be at least 1, found " + threads);
    }
    out.ifPresent(this::requireFree);
    Cohort films = Cohort.read(cohort, Contradictions.REPORT_AND_GO_ON);
    if (films.size() == 0) {
      throw new BadInputException(cohort.toString(), "has no films");
    }
    AuditReport report = audit(films);
    String json = AuditJson.of(report);
    PrintWriter text = spec.commandLine().getOut();
    if (format == Format.JSON) {
      text.print(json);
    } else {
      new AuditText(Terminal.current().columns(), SHOWN).lines(report).forEach(text::println);
    }
    text.flush();
    if (out.isPresent()) {
      ResultFile.write(out.get().resolve("audit.json"), json, force);
      ResultFile.write(out.get().resolve("audit.html"), AuditHtml.of(report), force);
      spec.commandLine().getErr().println("Report: " + out.get().resolve("audit.html"));
    }
    return 0;
  }

  private AuditReport audit(Cohort films) throws IOException, InterruptedException {
    Targets targets = config.isPresent() ? TrainedTargets.in(config.get()) : Targets.BONE;
    try (Progress progress =
        Progress.of(
            Terminal.current(), spec.commandLine().getErr(), "reading", "films", films.size())) {
      return Audit.of(
          films,
          targets,
          new PatientBootstrap(RESAMPLES, seed),
          new Workers(threads),
          progress::step);
    }
  }

  /** Asked before the films are read, so that no work is lost. */
  private void requireFree(Path folder) {
    Path file = folder.resolve("audit.json");
    if (Files.exists(file) && !force) {
      throw new BadInputException(
          file.toString(), "exists already and is kept; --force replaces it");
    }
  }
}
