package org.strnet.evaluation.study;

import java.util.List;
import java.util.Optional;
import org.strnet.decision.ReadingZones;
import org.strnet.evaluation.head.MetricSettings;
import org.strnet.evaluation.netbenefit.ThresholdRange;
import org.strnet.evaluation.subgroup.SubgroupColumn;

/**
 * What a study looks at beside the figures every study has.
 *
 * @param subgroups columns of the subgroups; empty for the usual ones that the cohort has
 * @param adjust columns the screening area is adjusted for, beside framing and age
 * @param decisionCurve thresholds of the decision curve
 * @param metrics thresholds, prevalence, bootstrap
 */
public record AnalysisSettings(
    List<SubgroupColumn> subgroups,
    List<SubgroupColumn> adjust,
    ThresholdRange decisionCurve,
    MetricSettings metrics) {

  /** Copies the lists. */
  public AnalysisSettings {
    subgroups = List.copyOf(subgroups);
    adjust = List.copyOf(adjust);
  }

  /** The usual subgroups and adjustments. */
  public static AnalysisSettings usual(MetricSettings metrics) {
    return new AnalysisSettings(List.of(), List.of(), ThresholdRange.WIDE, metrics);
  }

  /** The same with a bundle's three-zone reading, if it has one. */
  public AnalysisSettings withZones(Optional<ReadingZones> zones) {
    return new AnalysisSettings(subgroups, adjust, decisionCurve, metrics.withZones(zones));
  }
}
