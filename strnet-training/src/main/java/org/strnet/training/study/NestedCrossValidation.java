package org.strnet.training.study;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.strnet.dataset.Cohort;
import org.strnet.dataset.Folds;
import org.strnet.dataset.Labels;
import org.strnet.evaluation.discrimination.Auroc;
import org.strnet.evaluation.discrimination.BinaryScores;
import org.strnet.network.NetworkOutput;
import org.strnet.provenance.BadInputException;
import org.strnet.training.configuration.TrainingConfiguration;
import org.strnet.training.loop.KneeSet;
import org.strnet.training.loop.Progress;

/**
 * Cross-validation in which the setting is chosen anew for each fold, on the other folds alone: an
 * inner cross-validation by patient tries every setting there, the best is fitted to all other
 * folds and predicts the films held out. The pooled predictions then judge the choosing as well,
 * which a setting picked on the very folds that measure it escapes (Varma and Simon 2006, BMC
 * Bioinformatics 7:91). Calibration and threshold of a fold come from the inner predictions of its
 * setting.
 *
 * <p>It costs {@code folds x (settings x inner folds + 1)} fits.
 */
public final class NestedCrossValidation {

  private final List<TrainingConfiguration> settings;
  private final int innerFolds;
  private final Path folder;
  private final boolean resume;
  private final Progress progress;

  /**
   * @param settings to choose from, at least two, all with the same targets and different names
   * @param innerFolds folds of each choice, at least 2
   * @param folder receives {@code out-of-fold.csv}, {@code settings.csv} and a folder for each fold
   * @param resume whether to go on from what the folder holds
   * @param progress told batch by batch
   */
  public NestedCrossValidation(
      List<TrainingConfiguration> settings,
      int innerFolds,
      Path folder,
      boolean resume,
      Progress progress) {
    if (settings.size() < 2 || innerFolds < 2) {
      throw new BadInputException(
          "crossval",
          "a choice needs two settings and two inner folds, found %d and %d"
              .formatted(settings.size(), innerFolds));
    }
    if (settings.stream().map(TrainingConfiguration::targets).distinct().count() > 1
        || settings.stream().map(TrainingConfiguration::name).distinct().count()
            < settings.size()) {
      throw new BadInputException(
          "crossval", "settings to choose from need the same targets and different names");
    }
    for (TrainingConfiguration setting : settings) {
      if (!setting.name().matches("[A-Za-z0-9][A-Za-z0-9._-]*")) {
        throw new BadInputException(
            "crossval",
            "a setting's name becomes a folder: letters, digits, dots and dashes, found "
                + setting.name());
      }
    }
    this.settings = List.copyOf(settings);
    this.innerFolds = innerFolds;
    this.folder = folder;
    this.resume = resume;
    this.progress = progress;
  }

  /**
   * What a nested cross-validation found.
   *
   * @param predicted each film by the network of the fold that held it out
   * @param calibration of each fold, the inner predictions of its chosen setting
   * @param choices one per fold
   */
  public record Nested(
      OutOfFold predicted, Map<Integer, OutOfFold> calibration, List<Choice> choices) {}

  /**
   * One fold's choice.
   *
   * @param fold the fold
   * @param setting name of the chosen setting
   * @param scores of every setting by its name: area under the ROC curve of the screening head, or
   *     without a screening target the mean absolute error with a minus
   */
  public record Choice(int fold, String setting, Map<String, Double> scores) {}

  /**
   * Runs all folds.
   *
   * @param cohort the films
   * @param folds who is held out when
   * @param knees the cohort's knees as a setting crops them
   * @param weights to begin every fit with
   */
  public Nested run(
      Cohort cohort,
      Folds folds,
      Function<TrainingConfiguration, KneeSet> knees,
      InitialWeights weights) {
    Path file = folder.resolve("out-of-fold.csv");
    OutOfFold predicted =
        resume && Files.exists(file) ? OutOfFold.read(cohort, file) : new OutOfFold(List.of());
    Map<Integer, OutOfFold> calibration = new TreeMap<>();
    List<Choice> choices = new ArrayList<>();
    for (int fold = 0; fold < folds.count(); fold++) {
      Map<String, OutOfFold> inner = inner(cohort, folds, fold, knees, weights);
      Choice choice = choice(cohort, fold, inner);
      choices.add(choice);
      calibration.put(fold, inner.get(choice.setting()));
      progress.message("fold %d: %s".formatted(fold + 1, choice.setting()));
      if (predicted.ofFold(fold).films().isEmpty()) {
        TrainingConfiguration chosen = named(choice.setting());
        predicted =
            predicted.and(
                new CrossValidation(chosen, folder, resume, progress)
                    .runFold(cohort, folds, fold, knees.apply(chosen), weights));
        predicted.write(cohort, file);
      }
      write(choices);
    }
    return new Nested(predicted, calibration, choices);
  }

  /** What every setting's inner networks say of the other folds' films. */
  private Map<String, OutOfFold> inner(
      Cohort cohort,
      Folds folds,
      int fold,
      Function<TrainingConfiguration, KneeSet> knees,
      InitialWeights weights) {
    Set<Integer> rest = new HashSet<>();
    folds.rest(fold).forEach(film -> rest.add(film.row()));
    Cohort others = cohort.filter(film -> rest.contains(film.row()));
    TrainingConfiguration any = settings.get(0);
    Folds within = Folds.drawn(others, any.targets(), innerFolds, any.seed() + fold);
    Map<String, OutOfFold> predicted = new TreeMap<>();
    for (TrainingConfiguration setting : settings) {
      Path own = folder.resolve("inner-%d".formatted(fold)).resolve(setting.name());
      KneeSet of =
          knees.apply(setting).where(knee -> rest.contains(cohort.films().get(knee.row()).row()));
      progress.message("fold %d, trying %s".formatted(fold + 1, setting.name()));
      predicted.put(
          setting.name(),
          new CrossValidation(setting, created(own), resume, progress)
              .run(cohort, within, of, weights));
    }
    return predicted;
  }

  private Choice choice(Cohort cohort, int fold, Map<String, OutOfFold> inner) {
    StudyLabels study = StudyLabels.of(cohort, settings.get(0).targets());
    Map<String, Double> scores = new TreeMap<>();
    inner.forEach((name, films) -> scores.put(name, score(films, study)));
    // Of equal settings the first one named.
    String best = settings.get(0).name();
    for (TrainingConfiguration setting : settings) {
      if (scores.get(setting.name()) > scores.get(best)) {
        best = setting.name();
      }
    }
    return new Choice(fold, best, scores);
  }

  private static double score(OutOfFold films, StudyLabels study) {
    if (study.targets().screening().isPresent()) {
      Function<Labels, OptionalInt> label = Labels::boneLoss;
      StudyLabels.Scored scored = study.scored(films, NetworkOutput::boneLossLogit, label);
      if (!scored.hasBothClasses(1)) {
        throw new BadInputException(
            study.cohort().source().toString(),
            "a setting cannot be chosen on films of one screening label");
      }
      return Auroc.of(new BinaryScores(scored.scores(), scored.labels())).value();
    }
    double[] residuals = study.residuals(films);
    double sum = 0;
    for (double residual : residuals) {
      sum += Math.abs(residual);
    }
    return -sum / Math.max(1, residuals.length);
  }

  private TrainingConfiguration named(String name) {
    return settings.stream()
        .filter(setting -> setting.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private void write(List<Choice> choices) {
    StringBuilder text = new StringBuilder("fold,setting,score,chosen\n");
    for (Choice choice : choices) {
      choice
          .scores()
          .forEach(
              (name, score) ->
                  text.append(
                      "%d,%s,%s,%s\n"
                          .formatted(
                              choice.fold(), name, score, name.equals(choice.setting()) ? 1 : 0)));
    }
    try {
      Files.writeString(folder.resolve("settings.csv"), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path created(Path folder) {
    try {
      return Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
