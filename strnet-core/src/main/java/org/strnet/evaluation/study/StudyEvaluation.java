package org.strnet.evaluation.study;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.strnet.dataset.Cohort;
import org.strnet.dataset.CohortFilm;
import org.strnet.dataset.Labels;
import org.strnet.dataset.Targets;
import org.strnet.evaluation.head.MetricSettings;
import org.strnet.evaluation.head.StudyFilms;
import org.strnet.evaluation.prediction.Prediction;
import org.strnet.evaluation.subgroup.AdjustedAnalysis;
import org.strnet.evaluation.subgroup.AdjustedResults;
import org.strnet.evaluation.subgroup.SubgroupAnalysis;
import org.strnet.evaluation.subgroup.SubgroupColumn;
import org.strnet.evaluation.subgroup.SubgroupResults;

/** From a cohort and its predictions to everything a study reports. */
public final class StudyEvaluation {

  private static final List<String> MAY_EXPLAIN = List.of("framing", "age");

  private final Cohort cohort;
  private final Targets targets;
  private final StudyFilms films;
  private final AnalysisSettings settings;

  private StudyEvaluation(
      Cohort cohort, Targets targets, StudyFilms films, AnalysisSettings settings) {
    this.cohort = cohort;
    this.targets = targets;
    this.films = films;
    this.settings = settings;
  }

  /**
   * Evaluates predictions; nothing is tuned on them.
   *
   * @param description what was done
   * @param cohort the films
   * @param predictions one per film, in the cohort's order
   * @param targets which columns the heads are compared with
   * @param settings what is looked at
   */
  public static StudyResults of(
      StudyDescription description,
      Cohort cohort,
      List<Prediction> predictions,
      Targets targets,
      AnalysisSettings settings) {
    List<Labels> labels = targets.labels(cohort);
    List<String> patients = cohort.films().stream().map(CohortFilm::patient).toList();
    StudyFilms films = new StudyFilms(predictions, labels, patients);
    StudyEvaluation study = new StudyEvaluation(cohort, targets, films, settings);
    return new StudyResults(
        description,
        cohort,
        predictions,
        labels,
        StudyMetrics.of(films, settings.metrics()),
        study.subgroups(),
        study.adjusted(),
        Gains.of(cohort, targets, films, settings.metrics()),
        Arrays.stream(settings.decisionCurve().values()).boxed().toList(),
        Optional.empty());
  }

  private SubgroupResults subgroups() {
    List<SubgroupColumn> columns =
        settings.subgroups().isEmpty()
            ? SubgroupColumn.usual(cohort, targets.columns())
            : settings.subgroups();
    return SubgroupAnalysis.of(films, columns.stream().map(column -> column.of(cohort)).toList());
  }

  private List<AdjustedResults> adjusted() {
    if (targets.screening().isEmpty()) {
      return List.of();
    }
    Map<String, SubgroupColumn> columns = new LinkedHashMap<>();
    SubgroupColumn.usual(cohort, targets.columns()).stream()
        .filter(column -> MAY_EXPLAIN.contains(column.column()))
        .forEach(column -> columns.put(column.column(), column));
    settings.adjust().forEach(column -> columns.put(column.column(), column));
    MetricSettings metrics = settings.metrics();
    return columns.values().stream()
        .map(
            column ->
                AdjustedAnalysis.of(films, column.of(cohort), metrics.bootstrap(films.size())))
        .toList();
  }
}
