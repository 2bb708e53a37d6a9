package org.strnet.training.study;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.strnet.bundle.BundleManifest;
import org.strnet.dataset.Cohort;
import org.strnet.pixels.KneePixels;
import org.strnet.provenance.BadInputException;
import org.strnet.training.configuration.TrainingConfiguration;
import org.strnet.training.loop.KneeSet;
import org.strnet.training.loop.Progress;
import org.strnet.training.loop.TrainingKnee;

/**
 * The films a bundle's network was trained on, told again from its cohort file.
 *
 * @param fit the films of the fit
 * @param all every film of the cohort whose knee can be read, test films among them
 */
record TrainingFilms(NetworkFit.Films fit, List<TrainingKnee> all) {

  /**
   * Reads them.
   *
   * @param cohort the cohort it was trained on
   * @param progress told film by film
   * @throws BadInputException when the bundle was trained on another cohort file, or its training
   *     films cannot be told again
   */
  static TrainingFilms of(BundleManifest manifest, Cohort cohort, Progress progress) {
    String trainedOn = manifest.training().cohortHash();
    if (!cohort.sha256().equals(trainedOn)) {
      throw new BadInputException(
          cohort.source().toString(),
          "must be the cohort that %s was trained on, SHA-256 %s, found %s"
              .formatted(manifest.name(), trainedOn, cohort.sha256()));
    }
    TrainingConfiguration configuration =
        TrainingConfiguration.parse(manifest.name(), manifest.training().configuration());
    KneeSet knees =
        KneeSet.load(
            cohort,
            configuration.targets(),
            new KneePixels(manifest.pixels()),
            configuration.sampling().framingColumn(),
            film -> Optional.empty(),
            progress);
    return Stream.of(false, true)
        .map(onAll -> FinalFit.films(configuration, cohort, knees, onAll))
        .filter(
            films ->
                BundleBuilder.splitHash(films.training()).equals(manifest.training().splitHash()))
        .findFirst()
        .map(films -> new TrainingFilms(films, knees.knees()))
        .orElseThrow(
            () ->
                new BadInputException(
                    cohort.source().toString(),
                    "must give the training films of %s again, found others"
                        .formatted(manifest.name())));
  }
}
