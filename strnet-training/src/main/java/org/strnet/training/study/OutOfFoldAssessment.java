package org.strnet.training.study;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.strnet.dataset.Cohort;
import org.strnet.dataset.CohortFilm;
import org.strnet.evaluation.estimate.Metrics;
import org.strnet.evaluation.prediction.Prediction;
import org.strnet.evaluation.study.StudyMetrics;
import org.strnet.training.configuration.TrainingConfiguration;

/**
 * What cross-validation says of a cohort. Calibration, threshold and interval of each film are
 * fitted on the other folds only, so that sensitivity and specificity are not those of the films
 * the threshold was chosen on.
 *
 * @param predictions one per film of the cohort, in its order
 * @param metrics over all films
 */
public record OutOfFoldAssessment(List<Prediction> predictions, Metrics metrics) {

  private static final String NOT_HELD_OUT = "not_held_out";

  /** Copies the list. */
  public OutOfFoldAssessment {
    predictions = List.copyOf(predictions);
  }

  /**
   * Assesses what a cross-validation said.
   *
   * @param films what each fold's network said of the films it did not see
   * @param refused why the other films were not assessed, by row
   * @param cohort the films
   * @param configuration rule and floor of the threshold, targets, seed
   */
  public static OutOfFoldAssessment of(
      OutOfFold films,
      Map<Integer, String> refused,
      Cohort cohort,
      TrainingConfiguration configuration) {
    StudyLabels study = StudyLabels.of(cohort, configuration.targets());
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    Map<Integer, Prediction> assessed = new HashMap<>();
    List<Integer> folds =
        films.films().stream().map(OutOfFold.Film::fold).distinct().sorted().toList();
    for (int fold : folds) {
      Calibrated others = Calibrated.on(films.notOfFold(fold), study, configuration, today);
      predict(films.ofFold(fold), others, study, assessed);
    }
    return assessed(assessed, refused, study, OptionalDouble.empty(), configuration);
  }

  /**
   * Assesses films that were held out of one fit. Calibration and threshold are fitted on the same
   * films: areas and errors are honest, sensitivity and specificity are those of the choice.
   */
  public static OutOfFoldAssessment ofHeldOut(
      OutOfFold films, Cohort cohort, TrainingConfiguration configuration) {
    StudyLabels study = StudyLabels.of(cohort, configuration.targets());
    Calibrated calibrated =
        Calibrated.on(films, study, configuration, LocalDate.now(ZoneOffset.UTC));
    Map<Integer, Prediction> assessed = new HashMap<>();
    predict(films, calibrated, study, assessed);
    OptionalDouble threshold =
        calibrated.operatingPoint().isPresent()
            ? OptionalDouble.of(calibrated.operatingPoint().get().threshold())
            : OptionalDouble.empty();
    return assessed(assessed, Map.of(), study, threshold, configuration);
  }

  private static void predict(
      OutOfFold films, Calibrated calibrated, StudyLabels study, Map<Integer, Prediction> into) {
    for (OutOfFold.Film film : films.films()) {
      String image = study.cohort().films().get(film.row()).image();
      into.put(film.row(), calibrated.prediction(image, film.output(), study));
    }
  }

  private static OutOfFoldAssessment assessed(
      Map<Integer, Prediction> assessed,
      Map<Integer, String> refused,
      StudyLabels study,
      OptionalDouble threshold,
      TrainingConfiguration configuration) {
    List<CohortFilm> rows = study.cohort().films();
    List<Prediction> predictions = new ArrayList<>();
    for (int row = 0; row < rows.size(); row++) {
      String reason = refused.getOrDefault(row, NOT_HELD_OUT);
      Prediction missing = Prediction.notAssessable(rows.get(row).image(), reason);
      predictions.add(assessed.getOrDefault(row, missing));
    }
    List<String> patients = rows.stream().map(CohortFilm::patient).toList();
    return new OutOfFoldAssessment(
        predictions,
        StudyMetrics.of(predictions, study.labels(), patients, threshold, configuration.seed()));
  }
}
