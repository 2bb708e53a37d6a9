package org.strnet.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.strnet.bundle.Bundle;
import org.strnet.bundle.BundleFile;
import org.strnet.dataset.Cohort;
import org.strnet.training.study.NetworkQuantisation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code strnet bundle quantise}. */
@Command(
    name = "quantise",
    description = {
      "Adds an 8-bit network to a bundle, for --precision int8: faster, and a little off.",
      "Its ranges are those of training films; the cohort's other films say how well it agrees with",
      "the float32 network. Writes a new bundle, or none where it agrees too little: 99 % of",
      "decisions must stay, and no probability may move by more than 0.05."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class QuantiseCommand implements Callable<Integer> {

  private static final int USUAL_FILMS = 128;

  @Parameters(paramLabel = "BUNDLE", description = "Folder or zip.")
  private Path bundle = Path.of("");

  @Option(
      names = "--cohort",
      required = true,
      paramLabel = "FILE.csv",
      description = "The cohort it was trained on.")
  private Path cohort = Path.of("");

  @Option(
      names = "--films",
      paramLabel = "N",
      description = "Training films that give the ranges, half of all at most; 128 by default.")
  private int films = USUAL_FILMS;

  @Mixin private NewBundleOptions target = new NewBundleOptions();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    NetworkQuantisation.Request request =
        new NetworkQuantisation.Request(
            films, "strnet bundle quantise --films " + films, LocalDate.now(ZoneOffset.UTC));
    Bundle old = Bundle.load(bundle);
    NetworkQuantisation made;
    try (TrainingProgress progress = new TrainingProgress(spec.commandLine().getErr())) {
      made =
          NetworkQuantisation.of(
              old, Cohort.read(cohort), request, new QuantisationRuntime(), progress);
    }
    PrintWriter text = spec.commandLine().getOut();
    target.copy(
        old,
        Map.of(BundleFile.NETWORK_INT8, made.network()),
        old.manifest().withQuantisation(made.provenance()),
        text);
    text.printf(
        Locale.ROOT,
        "%d training films; %.1f MB in float32, %.1f MB in int8%n",
        made.provenance().films(),
        old.network().length / 1e6,
        made.network().length / 1e6);
    text.println(made.provenance().agreement().words());
    text.println("Research use only.");
    text.flush();
    return 0;
  }
}
