package org.strnet.audit.shortcut;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.strnet.audit.finding.Check;
import org.strnet.audit.finding.Evidence;
import org.strnet.audit.finding.Finding;
import org.strnet.audit.finding.Found;
import org.strnet.audit.finding.Severity;
import org.strnet.audit.label.LabelColumns;
import org.strnet.audit.label.LabelledFilms;
import org.strnet.dataset.Cohort;
import org.strnet.dataset.CohortColumns;
import org.strnet.evaluation.estimate.Estimate;
import org.strnet.evaluation.estimate.Metrics;
import org.strnet.evaluation.resampling.PatientBootstrap;
import org.strnet.network.ClinicalVariable;

/**
 * Columns with few values that tell the label: site, maker, framing. The score of a film is the
 * share of positive films among those of its value in the other folds.
 */
public final class SourceConfounding {

  private static final int MOST_VALUES = 12;
  private static final double LEAST_FILLED = 0.5;

  private static final Set<String> NO_SOURCES =
      Set.of(
          CohortColumns.IMAGE,
          CohortColumns.PATIENT,
          CohortColumns.GROUP,
          CohortColumns.SPLIT,
          CohortColumns.FOLD,
          CohortColumns.WEIGHT,
          CohortColumns.USABLE,
          CohortColumns.HEIGHT,
          CohortColumns.BODY_WEIGHT,
          CohortColumns.CX,
          CohortColumns.CY,
          CohortColumns.PLATEAU_WIDTH,
          CohortColumns.FIBULA_SIDE);

  private SourceConfounding() {}

  /**
   * Looks at every column that may name a source.
   *
   * @param cohort for its columns
   * @param labels columns that give the label, which are none
   * @param films whose label is known
   * @param bootstrap of the intervals
   */
  public static Found of(
      Cohort cohort, LabelColumns labels, LabelledFilms films, PatientBootstrap bootstrap) {
    Map<String, Estimate> figures = new LinkedHashMap<>();
    List<Finding> findings = new ArrayList<>();
    for (String column : cohort.columns()) {
      List<String> values =
          films.films().stream()
              .map(film -> film.film().value(column).strip().toLowerCase(Locale.ROOT))
              .toList();
      if (labels.all().contains(column) || !mayNameSource(column, values)) {
        continue;
      }
      Estimate area =
          new Probe(bootstrap)
              .estimate(
                  indicators(values),
                  films,
                  new RidgeLearner(1),
                  "share of positives by " + column);
      figures.put("source." + column + ".auroc", area);
      if (Probe.isFinding(area)) {
        findings.add(finding(column, values, films, area));
      }
    }
    return new Found(findings, new Metrics(figures));
  }

  private static boolean mayNameSource(String column, List<String> values) {
    if (NO_SOURCES.contains(column) || ClinicalVariable.ofColumn(column).isPresent()) {
      return false;
    }
    Set<String> different = new HashSet<>(values);
    different.remove("");
    long filled = values.stream().filter(value -> !value.isEmpty()).count();
    return different.size() >= 2
        && different.size() <= MOST_VALUES
        && filled >= LEAST_FILLED * values.size();
  }

  /** One column per value, 1 where a film has it. */
  private static double[][] indicators(List<String> values) {
    List<String> different = List.copyOf(new TreeSet<>(values));
    double[][] indicators = new double[values.size()][different.size()];
    for (int i = 0; i < indicators.length; i++) {
      indicators[i][different.indexOf(values.get(i))] = 1;
    }
    return indicators;
  }

  private static Finding finding(
      String column, List<String> values, LabelledFilms films, Estimate area) {
    Map<String, int[]> counts = new TreeMap<>();
    for (int i = 0; i < values.size(); i++) {
      String value = values.get(i).isEmpty() ? "(empty)" : values.get(i);
      int[] count = counts.computeIfAbsent(value, key -> new int[2]);
      count[0] += films.positive().get(i) ? 1 : 0;
      count[1]++;
    }
    List<Evidence> shares = new ArrayList<>();
    counts.forEach(
        (value, count) ->
            shares.add(
                Evidence.ofCohort(
                    "%s: %d of %d films positive".formatted(value, count[0], count[1]))));
    shares.add(Evidence.ofCohort("AUROC %s, %s".formatted(area.text(), area.method())));
    return new Finding(
        Check.SOURCE_CONFOUNDING,
        Severity.CAUTION,
        String.format(
            Locale.ROOT,
            "Column %s alone predicts the label (AUROC %.2f)",
            column,
            area.value().orElseThrow()),
        "If it names where films come from, a network can learn the source in place of bone.",
        "Report results within its values, and adjust for it.",
        shares);
  }
}
