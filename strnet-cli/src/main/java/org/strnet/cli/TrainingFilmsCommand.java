package org.strnet.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.strnet.bundle.Bundle;
import org.strnet.dataset.Cohort;
import org.strnet.inference.BundleNetworks;
import org.strnet.network.FeatureDistribution;
import org.strnet.training.study.TrainingFilmFeatures;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code strnet bundle describe-films}. */
@Command(
    name = "describe-films",
    description = {
      "Adds statistics of the training films to a bundle that has none, so that it refuses knees",
      "unlike them. Writes a new bundle; networks, calibration and operating point stay."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class TrainingFilmsCommand implements Callable<Integer> {

  @Parameters(paramLabel = "BUNDLE", description = "Folder or zip.")
  private Path bundle = Path.of("");

  @Option(
      names = "--cohort",
      required = true,
      paramLabel = "FILE.csv",
      description = "The cohort it was trained on.")
  private Path cohort = Path.of("");

  @Mixin private NewBundleOptions target = new NewBundleOptions();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    Bundle old = Bundle.load(bundle);
    FeatureDistribution statistics;
    try (BundleNetworks networks = BundleNetworks.open(old);
        TrainingProgress progress = new TrainingProgress(spec.commandLine().getErr())) {
      statistics =
          TrainingFilmFeatures.of(
              old.manifest(), networks.network(), Cohort.read(cohort), progress);
    }
    PrintWriter text = spec.commandLine().getOut();
    target.copy(old, old.manifest().withInDistribution(statistics), text);
    FeatureDistribution.Limit limit = statistics.limit();
    text.printf(
        Locale.ROOT,
        "%d training films; distance %.3f at most, chosen on %d %s films, of which %d pass%n",
        statistics.films(),
        limit.distance(),
        limit.films(),
        limit.basis().code(),
        limit.passing());
    text.println("Research use only.");
    text.flush();
    return 0;
  }
}
