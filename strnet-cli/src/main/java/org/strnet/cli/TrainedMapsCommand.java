package org.strnet.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import org.strnet.bundle.Bundle;
import org.strnet.bundle.ExplanationCheck;
import org.strnet.dataset.Cohort;
import org.strnet.dataset.Targets;
import org.strnet.pixels.KneePixels;
import org.strnet.provenance.BadInputException;
import org.strnet.training.loop.KneeSet;
import org.strnet.training.loop.TrainingKnee;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code strnet bundle check-explanations}. */
@Command(
    name = "check-explanations",
    description = {
      "Asks whether a bundle's heat-maps tell what its network looks at: does the logit fall where",
      "they are highest, and do they change with the weights? Writes a new bundle that says so; one",
      "that fails shows no heat-maps."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class TrainedMapsCommand implements Callable<Integer> {

  @Parameters(paramLabel = "BUNDLE", description = "Folder or zip, with weights.")
  private Path bundle = Path.of("");

  @Option(
      names = "--cohort",
      required = true,
      paramLabel = "FILE.csv",
      description = "Films with annotated joints; no labels are used.")
  private Path cohort = Path.of("");

  @Option(
      names = "--films",
      paramLabel = "N",
      description = "At most so many, drawn; ${DEFAULT-VALUE} by default.")
  private int films = 60;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Seed of the draw; ${DEFAULT-VALUE} by default.")
  private long seed = 1;

  @Mixin private NewBundleOptions target = new NewBundleOptions();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    if (films < 2) {
      throw new BadInputException("--films", "must be at least 2, found " + films);
    }
    Bundle old = Bundle.load(bundle);
    Cohort all = Cohort.read(cohort);
    ExplanationCheck check =
        new TrainedMaps(old, drawn(old, all)).check(all.sha256(), LocalDate.now(ZoneOffset.UTC));
    PrintWriter text = spec.commandLine().getOut();
    target.copy(old, old.manifest().withExplanationCheck(check), text);
    text.printf(
        Locale.ROOT,
        "%d films; deletion %s (lower limit at least %s); likeness under random weights %s (limits"
            + " within %s)%n",
        check.films(),
        told(check.deletion()),
        ExplanationCheck.LEAST_DELETION,
        told(check.likeness()),
        ExplanationCheck.LARGEST_LIKENESS);
    text.println(check.passes() ? "Heat-maps are shown." : "Heat-maps are not shown.");
    text.println("Research use only.");
    text.flush();
    return 0;
  }

  private List<TrainingKnee> drawn(Bundle of, Cohort all) {
    List<TrainingKnee> knees;
    try (TrainingProgress progress = new TrainingProgress(spec.commandLine().getErr())) {
      KneeSet set =
          KneeSet.load(
              all,
              Targets.BONE,
              new KneePixels(of.manifest().pixels()),
              "",
              film -> Optional.empty(),
              progress);
      knees = new ArrayList<>(set.required(all));
    }
    Collections.shuffle(knees, new Random(seed));
    if (knees.size() < 2) {
      throw new BadInputException(cohort.toString(), "must have 2 usable films at least");
    }
    return knees.subList(0, Math.min(films, knees.size()));
  }

  private static String told(ExplanationCheck.Mean mean) {
    return String.format(Locale.ROOT, "%.4f (%.4f to %.4f)", mean.value(), mean.low(), mean.high());
  }
}
