package org.strnet.training.study;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.strnet.bundle.BundleManifest;
import org.strnet.dataset.Cohort;
import org.strnet.network.BoneLossNetwork;
import org.strnet.network.ClinicalVariables;
import org.strnet.network.FeatureDistribution;
import org.strnet.network.FeatureDistributionFit;
import org.strnet.provenance.BadInputException;
import org.strnet.training.loop.Progress;
import org.strnet.training.loop.TrainingKnee;

/**
 * In-distribution statistics of a network's training films. The limit is chosen on validation films
 * where there are enough of them, else by patient on the training films.
 */
public final class TrainingFilmFeatures {

  private TrainingFilmFeatures() {}

  /**
   * Statistics of one fit's films; empty where too few are there to choose a limit on.
   *
   * @param films of the fit
   * @param features pooled features of films, in order
   */
  static Optional<FeatureDistribution> of(
      NetworkFit.Films films, Function<List<TrainingKnee>, List<float[]>> features) {
    int least = FeatureDistributionFit.LEAST_FILMS;
    List<TrainingKnee> training = films.training();
    if (films.validation().size() >= least && training.size() >= least) {
      return Optional.of(
          FeatureDistributionFit.validated(
              features.apply(training), features.apply(films.validation())));
    }
    List<String> patients = training.stream().map(TrainingKnee::patient).toList();
    return training.size() < least
            || new HashSet<>(patients).size() < FeatureDistributionFit.LEAST_PATIENTS
        ? Optional.empty()
        : Optional.of(FeatureDistributionFit.crossFitted(features.apply(training), patients));
  }

  /**
   * Statistics for a bundle that was made without them.
   *
   * @param manifest the bundle's
   * @param network the bundle's network
   * @param cohort the cohort it was trained on
   * @param progress told film by film
   * @throws BadInputException when the bundle was trained on another cohort file, its training
   *     films cannot be told again, or they are too few
   */
  public static FeatureDistribution of(
      BundleManifest manifest, BoneLossNetwork network, Cohort cohort, Progress progress) {
    NetworkFit.Films films = TrainingFilms.of(manifest, cohort, progress).fit();
    return of(films, knees -> features(manifest, network, knees))
        .orElseThrow(
            () ->
                new BadInputException(
                    cohort.source().toString(),
                    "must have %d training films of %d patients at least, found %d films"
                        .formatted(
                            FeatureDistributionFit.LEAST_FILMS,
                            FeatureDistributionFit.LEAST_PATIENTS,
                            films.training().size())));
  }

  private static List<float[]> features(
      BundleManifest manifest, BoneLossNetwork network, List<TrainingKnee> knees) {
    float[] unknown = manifest.clinical().encoding().encode(ClinicalVariables.NONE);
    return knees.parallelStream()
        .map(knee -> network.explain(knee.patch().input(), unknown).features().pooled())
        .toList();
  }
}
