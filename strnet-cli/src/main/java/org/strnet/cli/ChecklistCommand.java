package org.strnet.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.strnet.bundle.Bundle;
import org.strnet.evaluation.estimate.MetricsFile;
import org.strnet.report.Wording;
import org.strnet.study.checklist.Checklist;
import org.strnet.study.checklist.Checklists;
import org.strnet.study.checklist.StudyFacts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code strnet checklist}. */
@Command(
    name = "checklist",
    description = {
      "Writes the reporting checklists STARD-AI, TRIPOD+AI and CLAIM 2024 of a study.",
      "Each item is filled, pointed to, or marked missing with what the authors must write.",
      "In this project's words; authors submit the official forms."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class ChecklistCommand implements Callable<Integer> {

  @Option(
      names = "--study",
      paramLabel = "DIR",
      description = "What evaluate or crossval wrote; its metrics.json and report are used.")
  private Optional<Path> study = Optional.empty();

  @Option(
      names = "--metrics",
      paramLabel = "FILE",
      description = "Instead of --study: a metrics.json alone.")
  private Optional<Path> metrics = Optional.empty();

  @Option(
      names = "--bundle",
      paramLabel = "BUNDLE",
      description = "The bundle that was evaluated; without it nothing is said of the model.")
  private Optional<Path> bundle = Optional.empty();

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "Where they go; the study's own folder makes their links work.")
  private Path out = Path.of("");

  @Option(
      names = "--which",
      split = ",",
      paramLabel = "LIST",
      description = "Of ${COMPLETION-CANDIDATES}; all by default.")
  private List<Checklist> which = List.of(Checklist.values());

  @Option(names = "--force", description = "Overwrite older checklists in DIR.")
  private boolean force;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    StudyFacts facts = measured();
    if (bundle.isPresent()) {
      Bundle used = Bundle.load(bundle.get());
      facts = facts.withBundle(used.manifest(), used.sha256());
    }
    var terminal = spec.commandLine().getOut();
    for (Checklists.Written written : Checklists.write(out, which, facts, isBesideStudy(), force)) {
      terminal.printf("%s: %s%n", written.page(), written.summary());
    }
    terminal.println(Wording.RESEARCH_USE);
    terminal.flush();
    return 0;
  }

  private StudyFacts measured() throws IOException {
    if (study.isPresent() == metrics.isPresent()) {
      throw new ParameterException(
          spec.commandLine(), "needs --study DIR or --metrics FILE, one of the two");
    }
    return study.isPresent()
        ? StudyFacts.ofFolder(study.get())
        : StudyFacts.NONE.withMetrics(MetricsFile.read(metrics.orElseThrow()));
  }

  private boolean isBesideStudy() {
    return study
        .map(Path::toAbsolutePath)
        .map(Path::normalize)
        .filter(out.toAbsolutePath().normalize()::equals)
        .isPresent();
  }
}
