package org.strnet.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.strnet.bundle.Bundle;
import org.strnet.report.Wording;
import org.strnet.study.card.AppliedModelCard;
import org.strnet.study.card.BundleCard;
import org.strnet.study.card.CardFiles;
import org.strnet.study.card.EvaluationFigures;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code strnet card}. */
@Command(
    name = "card",
    description = {
      "Writes a bundle's model card.",
      "Files: card.json, MODEL_CARD.md, card.html and chai-model-card.xml",
      "(CHAI Applied Model Card v0.2). What nobody stated reads \"not stated\"."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class CardCommand implements Callable<Integer> {

  @Option(names = "--bundle", paramLabel = "BUNDLE", description = "The released one by default.")
  private Optional<Path> bundle = Optional.empty();

  @Option(
      names = "--metrics",
      paramLabel = "FILE",
      description =
          "metrics.json of an evaluation of this bundle; subgroups come from study.json beside it.")
  private Optional<Path> metrics = Optional.empty();

  @Option(names = "--out", required = true, paramLabel = "DIR", description = "Where it goes.")
  private Path out = Path.of("");

  @Option(names = "--force", description = "Overwrite an older card in DIR.")
  private boolean force;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    Bundle used = Bundle.load(bundle.isPresent() ? bundle.get() : Installation.screeningBundle());
    AppliedModelCard card =
        BundleCard.of(
            used.manifest(),
            Optional.of(used.sha256()),
            metrics.map(file -> EvaluationFigures.read(file, used.sha256())));
    var terminal = spec.commandLine().getOut();
    CardFiles.write(out, card, force).forEach(terminal::println);
    terminal.println(Wording.RESEARCH_USE);
    terminal.flush();
    return 0;
  }
}
