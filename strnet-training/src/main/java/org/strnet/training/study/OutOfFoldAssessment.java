package org.strnet.training.study;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.strnet.dataset.Cohort;
import org.strnet.dataset.CohortFilm;
import org.strnet.evaluation.prediction.Prediction;
import org.strnet.evaluation.study.StudyDescription.UsedOperatingPoint;
import org.strnet.training.configuration.TrainingConfiguration;

/**
 * What cross-validation says of a cohort. Calibration, threshold and interval of each film are
 * fitted on the other folds only, so that sensitivity and specificity are not those of the films
 * the threshold was chosen on.
 *
 * @param predictions one per film of the cohort, in its order
 * @param operatingPoints those the decisions were made at; none without a screening target
 */
public record OutOfFoldAssessment(
    List<Prediction> predictions, List<UsedOperatingPoint> operatingPoints) {

  private static final String NOT_HELD_OUT = "not_held_out";

  /** Copies the lists. */
  public OutOfFoldAssessment {
    predictions = List.copyOf(predictions);
    operatingPoints = List.copyOf(operatingPoints);
  }

  /**
   * Assesses what a cross-validation said.
   *
   * @param films what each fold's network said of the films it did not see
   * @param refused why the other films were not assessed, by row
   * @param cohort the films
   * @param configuration rule and floor of the threshold, targets
   */
  public static OutOfFoldAssessment of(
      OutOfFold films,
      Map<Integer, String> refused,
      Cohort cohort,
      TrainingConfiguration configuration) {
    Map<Integer, OutOfFold> others = new TreeMap<>();
    films.films().forEach(film -> others.computeIfAbsent(film.fold(), films::notOfFold));
    return of(films, others, refused, cohort, configuration);
  }

  /**
   * Assesses what a cross-validation said, each fold calibrated on films named for it.
   *
   * @param films what each fold's network said of the films it did not see
   * @param calibration of each fold, what networks said of films they did not see; none of the
   *     fold's own films among them
   * @param refused why the other films were not assessed, by row
   * @param cohort the films
   * @param configuration rule and floor of the threshold, targets
   */
  public static OutOfFoldAssessment of(
      OutOfFold films,
      Map<Integer, OutOfFold> calibration,
      Map<Integer, String> refused,
      Cohort cohort,
      TrainingConfiguration configuration) {
    StudyLabels study = StudyLabels.of(cohort, configuration.targets());
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    Map<Integer, Prediction> assessed = new HashMap<>();
    List<UsedOperatingPoint> points = new ArrayList<>();
    calibration.forEach(
        (fold, others) -> {
          Calibrated calibrated = Calibrated.on(others, study, configuration, today);
          predict(films.ofFold(fold), calibrated, study, assessed);
          calibrated
              .operatingPoint()
              .ifPresent(point -> points.add(new UsedOperatingPoint("fold " + fold, point)));
        });
    return new OutOfFoldAssessment(inOrder(assessed, refused, study), points);
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
    return new OutOfFoldAssessment(
        inOrder(assessed, Map.of(), study),
        calibrated.operatingPoint().stream()
            .map(point -> new UsedOperatingPoint("all", point))
            .toList());
  }

  private static void predict(
      OutOfFold films, Calibrated calibrated, StudyLabels study, Map<Integer, Prediction> into) {
    for (OutOfFold.Film film : films.films()) {
      String image = study.cohort().films().get(film.row()).image();
      into.put(film.row(), calibrated.prediction(image, film.output(), study));
    }
  }

  private static List<Prediction> inOrder(
      Map<Integer, Prediction> assessed, Map<Integer, String> refused, StudyLabels study) {
    List<CohortFilm> rows = study.cohort().films();
    List<Prediction> predictions = new ArrayList<>();
    for (int row = 0; row < rows.size(); row++) {
      String reason = refused.getOrDefault(row, NOT_HELD_OUT);
      Prediction missing = Prediction.notAssessable(rows.get(row).image(), reason);
      predictions.add(assessed.getOrDefault(row, missing));
    }
    return predictions;
  }

  /** The one threshold all decisions were made at, where there is one. */
  public OptionalDouble threshold() {
    return operatingPoints.size() == 1
        ? OptionalDouble.of(operatingPoints.get(0).point().threshold())
        : OptionalDouble.empty();
  }
}
