package org.strnet.evaluation.study;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.strnet.dataset.Cohort;
import org.strnet.dataset.CohortFilm;
import org.strnet.dataset.Folds;
import org.strnet.dataset.Targets;
import org.strnet.evaluation.head.MetricSettings;
import org.strnet.evaluation.head.StudyFilms;
import org.strnet.evaluation.prediction.Prediction;
import org.strnet.network.ClinicalVariable;
import org.strnet.provenance.BadInputException;

/**
 * Compares predictions with what costs nothing: a logistic regression on age, sex and body mass
 * index, and one on the framing of the film. Both are cross-validated by patient on the very films
 * of the study, on its fold column where every film has one: that favours them over a bundle that
 * was fitted elsewhere, and is said.
 */
public final class Gains {

  private static final List<ClinicalVariable> PATIENT =
      List.of(ClinicalVariable.AGE, ClinicalVariable.SEX, ClinicalVariable.BMI);
  private static final double RIDGE = 1;
  private static final int FOLDS = 5;

  private Gains() {}

  /**
   * The comparisons that a cohort allows.
   *
   * @param cohort the films
   * @param targets what the heads learn
   * @param films predictions, labels and patients of the same films
   * @param settings thresholds of net benefit, bootstrap
   */
  public static List<Gain> of(
      Cohort cohort, Targets targets, StudyFilms films, MetricSettings settings) {
    if (targets.screening().isEmpty()) {
      return List.of();
    }
    Optional<Folds> folds = folds(cohort, targets, settings.seed());
    return List.of(
        clinical(cohort, targets, films, settings, folds),
        framing(cohort, targets, films, settings, folds));
  }

  private static Gain clinical(
      Cohort cohort,
      Targets targets,
      StudyFilms films,
      MetricSettings settings,
      Optional<Folds> folds) {
    String name = "age, sex and BMI";
    List<ClinicalVariable> known =
        PATIENT.stream()
            .filter(variable -> !targets.columns().contains(variable.column()))
            .filter(
                variable ->
                    cohort.films().stream()
                        .anyMatch(film -> film.clinical().value(variable).isPresent()))
            .toList();
    if (known.isEmpty() || folds.isEmpty()) {
      return none(name, known.isEmpty() ? "the cohort has none of them" : "too few patients");
    }
    List<Prediction> said =
        inOrder(cohort, ClinicalBaseline.outOfFold(cohort, folds.get(), targets, known, RIDGE));
    List<String> columns = known.stream().map(ClinicalVariable::column).toList();
    return gain(name, how(columns, folds.get()), said, films, settings);
  }

  private static Gain framing(
      Cohort cohort,
      Targets targets,
      StudyFilms films,
      MetricSettings settings,
      Optional<Folds> folds) {
    String name = "framing alone";
    List<String> columns = FramingBaseline.columns(cohort);
    if (columns.isEmpty() || folds.isEmpty()) {
      return none(
          name,
          columns.isEmpty()
              ? "the cohort has no column of framing, width, height, black_frac"
              : "too few patients");
    }
    List<Prediction> said = FramingBaseline.outOfFold(cohort, folds.get(), targets, RIDGE);
    return gain(name, how(columns, folds.get()), said, films, settings);
  }

  private static String how(List<String> columns, Folds folds) {
    return "logistic regression on %s, cross-validated by patient on these films in %d folds"
        .formatted(String.join(", ", columns), folds.count());
  }

  private static Gain gain(
      String name, String how, List<Prediction> said, StudyFilms films, MetricSettings settings) {
    StudyFilms other = new StudyFilms(said, films.labels(), films.patients());
    return new Gain(name, how, said, PairedComparison.ofScreening(films, other, settings));
  }

  private static Gain none(String name, String why) {
    return new Gain(name, "not fitted: " + why, List.of(), List.of());
  }

  /** Predictions of the usable films, put in their rows; the others are not predicted. */
  private static List<Prediction> inOrder(Cohort cohort, List<Prediction> usable) {
    Map<Integer, Prediction> ofRow = new HashMap<>();
    List<CohortFilm> films = cohort.usable().films();
    for (int i = 0; i < usable.size(); i++) {
      ofRow.put(films.get(i).row(), usable.get(i));
    }
    List<Prediction> all = new ArrayList<>();
    for (CohortFilm film : cohort.films()) {
      all.add(
          ofRow.getOrDefault(
              film.row(), Prediction.notAssessable(film.image(), "marked_not_usable")));
    }
    return all;
  }

  /** The cohort's folds where each usable film has one and there are two, else drawn. */
  private static Optional<Folds> folds(Cohort cohort, Targets targets, long seed) {
    try {
      boolean given =
          cohort.columns().contains("fold")
              && cohort.usable().films().stream().allMatch(film -> film.fold().isPresent())
              && cohort.usable().films().stream().map(CohortFilm::fold).distinct().count() > 1;
      return Optional.of(
          given ? Folds.ofColumn(cohort) : Folds.drawn(cohort, targets, FOLDS, seed));
    } catch (BadInputException tooFew) {
      return Optional.empty();
    }
  }
}
