package org.strnet.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.strnet.bundle.Bundle;
import org.strnet.bundle.BundleManifest;
import org.strnet.dataset.Cohort;
import org.strnet.evaluation.prediction.Prediction;
import org.strnet.evaluation.study.CohortScreening;
import org.strnet.inference.BundleNetworks;
import org.strnet.network.Precision;
import org.strnet.provenance.BadInputException;
import org.strnet.screening.Explanations;
import org.strnet.screening.Screener;
import picocli.CommandLine.Option;

/** Which films a bundle is run on, and how. */
final class CohortOptions {

  @Option(names = "--cohort", required = true, paramLabel = "FILE.csv", description = "The films.")
  private Path cohort = Path.of("");

  @Option(
      names = "--where",
      paramLabel = "COL=VALUE",
      description = "Only films with this value in this column, e.g. split=test.")
  private Optional<String> where = Optional.empty();

  @Option(
      names = "--regions",
      paramLabel = "WHICH",
      description =
          "Knees as ${COMPLETION-CANDIDATES}: annotated joints where the cohort has them (default),"
              + " or always those the finder finds.")
  private CohortScreening.Regions regions = CohortScreening.Regions.ANNOTATED;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Films assessed at once; one per core by default.")
  private int threads = Runtime.getRuntime().availableProcessors();

  Optional<String> where() {
    return where;
  }

  CohortScreening.Regions regions() {
    return regions;
  }

  Cohort films() {
    Cohort all = Cohort.read(cohort);
    if (all.films().isEmpty()) {
      throw new BadInputException(cohort.toString(), "holds no film (n = 0)");
    }
    if (where.isEmpty()) {
      return all;
    }
    String[] parts = where.get().split("=", 2);
    if (parts.length != 2) {
      throw new BadInputException("--where", "must be column=value, found " + where.get());
    }
    return all.where(parts[0], parts[1]);
  }

  /** What a bundle says of the films, under the settings of a manifest. */
  List<Prediction> predictions(
      Bundle bundle, BundleManifest manifest, Cohort films, PrintWriter err)
      throws IOException, InterruptedException {
    return predictions(bundle, Precision.FLOAT32, manifest, films, err);
  }

  /** The same of the bundle's network of a precision. */
  List<Prediction> predictions(
      Bundle bundle, Precision precision, BundleManifest manifest, Cohort films, PrintWriter err)
      throws IOException, InterruptedException {
    try (BundleNetworks networks = BundleNetworks.openWithoutGradient(bundle, precision);
        Progress progress =
            Progress.of(Terminal.current(), err, "screening", "films", films.size())) {
      Screener screener =
          networks.joints().isPresent()
              ? Screener.of(
                  manifest, networks.network(), networks.joints().get(), Explanations.NONE)
              : Screener.ofAnnotated(manifest, networks.network(), Explanations.NONE);
      return new CohortScreening(screener, regions, threads).predictions(films, progress::step);
    }
  }
}
