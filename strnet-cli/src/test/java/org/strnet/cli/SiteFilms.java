package org.strnet.cli;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.strnet.bundle.Bundle;
import org.strnet.bundle.BundleManifest;
import org.strnet.dataset.Cohort;
import org.strnet.dataset.CohortFilm;
import org.strnet.dataset.Targets;
import org.strnet.evaluation.head.StudyFilms;
import org.strnet.evaluation.prediction.Prediction;
import org.strnet.evaluation.study.CohortScreening;
import org.strnet.evaluation.study.LocalCalibration;
import org.strnet.inference.BundleNetworks;
import org.strnet.network.Precision;
import org.strnet.screening.Explanations;
import org.strnet.screening.Screener;

/** What a bundle says of a site's films. */
final class SiteFilms {

  private SiteFilms() {}

  /** Without calibration, and of films as well that the bundle refuses for being unlike its own. */
  static StudyFilms said(Bundle bundle, Cohort films) throws IOException, InterruptedException {
    BundleManifest own = bundle.manifest();
    BundleManifest plain =
        new BundleManifest(
            own.name(),
            own.targets(),
            own.pixels(),
            own.kneeFinder(),
            own.clinical(),
            LocalCalibration.uncalibrated(own.calibration()),
            own.operatingPoints(),
            own.cohort(),
            own.figures(),
            own.intendedUse(),
            own.training());
    return new StudyFilms(
        predictions(bundle, plain, films),
        Targets.BONE.labels(films),
        films.films().stream().map(CohortFilm::patient).toList());
  }

  /** How many are refused, by reason. */
  static String refused(Bundle bundle, Cohort films) throws IOException, InterruptedException {
    return predictions(bundle, bundle.manifest(), films).stream()
            .filter(said -> said.heads().isEmpty())
            .collect(Collectors.groupingBy(Prediction::reason, Collectors.counting()))
        + " of "
        + films.size();
  }

  private static List<Prediction> predictions(Bundle bundle, BundleManifest manifest, Cohort films)
      throws IOException, InterruptedException {
    try (BundleNetworks networks = BundleNetworks.openWithoutGradient(bundle, Precision.FLOAT32)) {
      Screener screener =
          Screener.of(
              manifest, networks.network(), networks.joints().orElseThrow(), Explanations.NONE);
      return new CohortScreening(screener, CohortScreening.Regions.ANNOTATED, 2)
          .predictions(films, () -> {});
    }
  }
}
