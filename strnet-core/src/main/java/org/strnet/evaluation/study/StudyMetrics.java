package org.strnet.evaluation.study;

import java.util.Map;
import org.strnet.evaluation.estimate.Metrics;
import org.strnet.evaluation.head.FlowMetrics;
import org.strnet.evaluation.head.MetricSettings;
import org.strnet.evaluation.head.ScreeningMetrics;
import org.strnet.evaluation.head.SeverityMetrics;
import org.strnet.evaluation.head.StudyFilms;
import org.strnet.evaluation.head.TScoreMetrics;
import org.strnet.evaluation.head.ZoneMetrics;

/**
 * The metrics every study reports: how many films were assessed, and each head against its label on
 * the assessed films whose label is known. Sensitivity and specificity are those of the decisions
 * as they were made; nothing is tuned here.
 */
public final class StudyMetrics {

  private StudyMetrics() {}

  /**
   * The metrics of one run over a cohort, under their dotted names: {@code flow.*}, {@code
   * screening.*}, {@code zones.*} where a reading has zones, {@code severity.*}, {@code classes.*},
   * {@code tscore.*}.
   *
   * @param films predictions, labels and patients
   * @param settings threshold, prevalence, bootstrap
   */
  public static Metrics of(StudyFilms films, MetricSettings settings) {
    return FlowMetrics.of(films)
        .plus(ScreeningMetrics.of(films.screening(), settings))
        .plus(zones(films, settings))
        .plus(SeverityMetrics.ofSeverity(films.severity()))
        .plus(SeverityMetrics.ofClasses(films.classes(), settings))
        .plus(TScoreMetrics.of(films.tScore(), settings));
  }

  private static Metrics zones(StudyFilms films, MetricSettings settings) {
    return settings
        .zones()
        .map(zones -> ZoneMetrics.of(films.screening(), zones))
        .orElse(new Metrics(Map.of()));
  }
}
