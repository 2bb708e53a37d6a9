package org.strnet.training.study;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.strnet.dataset.Cohort;
import org.strnet.dataset.CohortFilm;
import org.strnet.dataset.Folds;
import org.strnet.network.NetworkOutput;
import org.strnet.training.configuration.TrainingConfiguration;
import org.strnet.training.loop.KneeSet;
import org.strnet.training.loop.Progress;
import org.strnet.training.loop.TrainingKnee;

/**
 * Fits one network per fold and keeps what each says of the films it did not see. A stopped run
 * resumes with the fold, and within it the epoch, it had reached.
 */
public final class CrossValidation {

  private final TrainingConfiguration configuration;
  private final Path folder;
  private final boolean resume;
  private final Progress progress;

  /**
   * @param configuration of the run
   * @param folder receives {@code out-of-fold.csv} and a folder for each fold
   * @param resume whether to go on from what the folder holds
   * @param progress told batch by batch
   */
  public CrossValidation(
      TrainingConfiguration configuration, Path folder, boolean resume, Progress progress) {
    this.configuration = configuration;
    this.folder = folder;
    this.resume = resume;
    this.progress = progress;
  }

  /**
   * Runs all folds.
   *
   * @param cohort the films
   * @param folds who is held out when; no patient on two sides
   * @param knees the cohort's knees
   * @param weights to begin every fold with; not fitted to films of the cohort
   */
  public OutOfFold run(Cohort cohort, Folds folds, KneeSet knees, InitialWeights weights) {
    Path file = folder.resolve("out-of-fold.csv");
    OutOfFold predicted =
        resume && Files.exists(file) ? OutOfFold.read(cohort, file) : new OutOfFold(List.of());
    for (int fold = 0; fold < folds.count(); fold++) {
      if (!predicted.ofFold(fold).films().isEmpty()) {
        continue;
      }
      progress.message("fold " + (fold + 1) + " of " + folds.count());
      predicted = predicted.and(runFold(cohort, folds, fold, knees, weights));
      predicted.write(cohort, file);
    }
    return predicted;
  }

  /** Fits to all other folds and predicts the films one holds out. */
  OutOfFold runFold(Cohort cohort, Folds folds, int fold, KneeSet knees, InitialWeights weights) {
    Set<CohortFilm> heldOut = new HashSet<>(folds.heldOut(fold));
    List<TrainingKnee> rest = new ArrayList<>();
    List<TrainingKnee> held = new ArrayList<>();
    for (TrainingKnee knee : knees.knees()) {
      (heldOut.contains(cohort.films().get(knee.row())) ? held : rest).add(knee);
    }
    if (held.isEmpty()) {
      return new OutOfFold(List.of());
    }
    NetworkFit fit =
        NetworkFit.fit(
            configuration,
            new NetworkFit.Films(rest, List.of()),
            weights,
            FitRun.alone(created(folder.resolve("fold-" + fold)), resume, progress));
    return predictions(fold, held, fit.prediction().outputs(held));
  }

  private static OutOfFold predictions(
      int fold, List<TrainingKnee> held, List<NetworkOutput> outputs) {
    List<OutOfFold.Film> films = new ArrayList<>();
    for (int i = 0; i < held.size(); i++) {
      films.add(new OutOfFold.Film(held.get(i).row(), fold, outputs.get(i)));
    }
    return new OutOfFold(films);
  }

  private static Path created(Path folder) {
    try {
      return Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
