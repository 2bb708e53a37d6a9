package org.strnet.training.study;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.strnet.bundle.Bundle;
import org.strnet.dataset.Cohort;
import org.strnet.dataset.CohortFilm;
import org.strnet.dataset.Split;
import org.strnet.dataset.ValidationSplit;
import org.strnet.network.FeatureDistribution;
import org.strnet.network.FeatureDistributionFit;
import org.strnet.network.NetworkOutput;
import org.strnet.provenance.BadInputException;
import org.strnet.training.configuration.TrainingConfiguration;
import org.strnet.training.loop.KneeSet;
import org.strnet.training.loop.Progress;
import org.strnet.training.loop.TrainingKnee;
import org.strnet.training.weights.StrNetWeights;

/**
 * The fit whose network is kept. Its operating point and calibration come from films it was not
 * fitted to: the validation films, or the out-of-fold predictions of a cross-validation with the
 * same configuration, in which case all films may be learnt from.
 */
public final class FinalFit {

  private final TrainingConfiguration configuration;
  private final FitRun run;

  /**
   * @param configuration of the run
   * @param folder receives log and checkpoints
   * @param resume whether to go on from a checkpoint there
   * @param progress told batch by batch
   */
  public FinalFit(
      TrainingConfiguration configuration, Path folder, boolean resume, Progress progress) {
    this(configuration, FitRun.alone(folder, resume, progress));
  }

  /**
   * @param configuration of the run
   * @param run where and with whom
   */
  public FinalFit(TrainingConfiguration configuration, FitRun run) {
    this.configuration = configuration;
    this.run = run;
  }

  /**
   * A fitted network with what was measured on its validation films.
   *
   * @param fit the network
   * @param training films it was fitted to
   * @param heldOut what it says of the validation films; empty when all films were learnt from
   * @param inDistribution statistics of the training films; empty when they are too few
   */
  public record Fitted(
      NetworkFit fit,
      List<TrainingKnee> training,
      OutOfFold heldOut,
      Optional<FeatureDistribution> inDistribution) {

    /** Saves the weights. */
    public void save(Path file) throws IOException {
      StrNetWeights.save(fit.network(), file, Map.of());
    }
  }

  /**
   * Fits one network to the cohort's training films; its test films stay untouched.
   *
   * @param onAll whether validation films are learnt from as well, because a cross-validation has
   *     said what there is to say of them
   */
  public Fitted fit(Cohort cohort, KneeSet knees, InitialWeights weights, boolean onAll) {
    NetworkFit.Films films = films(configuration, cohort, knees, onAll);
    NetworkFit fit = NetworkFit.fit(configuration, films, weights, run);
    List<TrainingKnee> validation = films.validation();
    List<NetworkOutput> outputs = fit.prediction().outputs(validation);
    List<OutOfFold.Film> held = new ArrayList<>();
    for (int i = 0; i < outputs.size(); i++) {
      held.add(new OutOfFold.Film(validation.get(i).row(), 0, outputs.get(i)));
    }
    Optional<FeatureDistribution> inDistribution =
        TrainingFilmFeatures.of(films, fit.prediction()::features);
    if (inDistribution.isEmpty()) {
      run.progress()
          .message(
              "fewer than %d films: the bundle refuses no knee for looking unlike those of training"
                  .formatted(FeatureDistributionFit.LEAST_FILMS));
    }
    return new Fitted(fit, films.training(), new OutOfFold(held), inDistribution);
  }

  /**
   * Does a worker's share of {@link #fit}; the network is rank 0's.
   *
   * @param weights as in rank 0
   * @param onAll as in rank 0
   */
  public void join(Cohort cohort, KneeSet knees, InitialWeights weights, boolean onAll) {
    NetworkFit.fit(configuration, films(configuration, cohort, knees, onAll), weights, run);
  }

  /**
   * Which films a fit learns from and which validate it; test films are neither.
   *
   * @param onAll whether validation films are learnt from as well
   */
  static NetworkFit.Films films(
      TrainingConfiguration configuration, Cohort cohort, KneeSet knees, boolean onAll) {
    Set<CohortFilm> validating = onAll ? Set.of() : validating(configuration, cohort);
    List<TrainingKnee> training = new ArrayList<>();
    List<TrainingKnee> validation = new ArrayList<>();
    for (TrainingKnee knee : knees.knees()) {
      CohortFilm film = cohort.films().get(knee.row());
      if (validating.contains(film)) {
        validation.add(knee);
      } else if (film.split().orElse(Split.TRAIN) != Split.TEST) {
        training.add(knee);
      }
    }
    return new NetworkFit.Films(training, validation);
  }

  private static Set<CohortFilm> validating(TrainingConfiguration configuration, Cohort cohort) {
    if (cohort.columns().contains("split")) {
      return new HashSet<>(cohort.part(Split.VALIDATION).films());
    }
    return configuration.validationShare() == 0
        ? Set.of()
        : new HashSet<>(
            ValidationSplit.drawn(
                    cohort.films(),
                    configuration.targets(),
                    configuration.validationShare(),
                    configuration.seed())
                .validation());
  }

  /**
   * Where a bundle goes and what its provenance says.
   *
   * @param origin for the provenance
   * @param folder the bundle's folder
   * @param force whether an older bundle there is replaced
   */
  public record BundleRequest(RunOrigin origin, Path folder, boolean force) {}

  /**
   * Writes the bundle.
   *
   * @param cohort the films
   * @param fitted the network
   * @param outOfFold predictions of a cross-validation; needed when there were no validation films
   * @param finder the knee finder to go with it
   * @param request where the bundle goes
   * @throws BadInputException if there are no held-out films to choose the operating point on
   */
  public Bundle bundle(
      Cohort cohort,
      Fitted fitted,
      Optional<OutOfFold> outOfFold,
      Optional<FinderFiles> finder,
      BundleRequest request)
      throws IOException {
    OutOfFold held = outOfFold.orElse(fitted.heldOut());
    if (held.films().isEmpty()) {
      throw new BadInputException(
          cohort.source().toString(),
          "no validation films to choose the operating point on: give the cohort a split column,"
              + " set validationShare, or name a cross-validation");
    }
    StudyLabels study = StudyLabels.of(cohort, configuration.targets());
    Calibrated calibrated =
        Calibrated.on(held, study, configuration, LocalDate.now(ZoneOffset.UTC));
    return new BundleBuilder(configuration, study, request.origin())
        .write(fitted, calibrated, finder, request);
  }
}
