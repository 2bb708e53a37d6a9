package org.strnet.audit.label;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.strnet.audit.finding.Check;
import org.strnet.audit.finding.Evidence;
import org.strnet.audit.finding.Finding;
import org.strnet.audit.finding.Found;
import org.strnet.audit.finding.Severity;
import org.strnet.dataset.Cohort;
import org.strnet.dataset.CohortColumns;
import org.strnet.evaluation.estimate.Estimate;
import org.strnet.evaluation.estimate.Metrics;
import org.strnet.evaluation.resampling.PatientBootstrap;
import org.strnet.network.ClinicalVariable;

/**
 * Values whose absence tells the label: who has bone loss is often the one who was asked. Shares of
 * films without a value are compared between the labels; a difference of {@value #LEAST_DIFFERENCE}
 * is an AUROC of 0.6 of "is written or not" alone.
 */
public final class MissingByClass {

  /** From this difference on, and when the interval excludes 0, it is a finding. */
  public static final double LEAST_DIFFERENCE = 0.2;

  private static final int FEWEST = 10;
  private static final Set<String> OF_WOMEN = Set.of("menopause_age", "estrogen_use");

  private MissingByClass() {}

  /**
   * Compares.
   *
   * @param cohort for its columns
   * @param films whose label is known
   * @param bootstrap of the intervals
   */
  public static Found of(Cohort cohort, LabelledFilms films, PatientBootstrap bootstrap) {
    Map<String, Estimate> figures = new LinkedHashMap<>();
    List<Finding> findings = new ArrayList<>();
    for (String column : columns(cohort)) {
      List<Integer> asked = asked(cohort, films, column);
      LabelledFilms own = films.select(asked);
      boolean[] missing = new boolean[own.size()];
      int count = 0;
      for (int i = 0; i < missing.length; i++) {
        missing[i] = own.films().get(i).film().value(column).isBlank();
        count += missing[i] ? 1 : 0;
      }
      if (count == 0) {
        continue;
      }
      Estimate difference = difference(own, missing, bootstrap);
      figures.put("missing." + column + ".difference", difference);
      if (isFinding(difference)) {
        findings.add(finding(column, own, missing, difference));
      }
    }
    return new Found(findings, new Metrics(figures));
  }

  private static Set<String> columns(Cohort cohort) {
    Set<String> columns = new LinkedHashSet<>();
    columns.add(CohortColumns.T_SCORE);
    columns.add(CohortColumns.HEIGHT);
    columns.add(CohortColumns.BODY_WEIGHT);
    for (ClinicalVariable variable : ClinicalVariable.values()) {
      columns.add(variable.column());
    }
    columns.retainAll(cohort.columns());
    return columns;
  }

  /** Menopause is asked of women alone: its absence with men says nothing of the label. */
  private static List<Integer> asked(Cohort cohort, LabelledFilms films, String column) {
    boolean women = OF_WOMEN.contains(column) && cohort.columns().contains("sex");
    List<Integer> asked = new ArrayList<>();
    for (int i = 0; i < films.size(); i++) {
      if (!women || new Row(films.films().get(i).film().values()).isFemale()) {
        asked.add(i);
      }
    }
    return asked;
  }

  private static Estimate difference(
      LabelledFilms films, boolean[] missing, PatientBootstrap bootstrap) {
    String rule = "needs at least %d films of each label".formatted(FEWEST);
    if (films.positives() < FEWEST || films.size() - films.positives() < FEWEST) {
      return Estimate.notEstimable(films.size(), rule);
    }
    boolean[] labels = films.labels();
    return bootstrap.estimate(films.groups(), rows -> difference(rows, labels, missing), rule);
  }

  private static OptionalDouble difference(int[] rows, boolean[] labels, boolean[] missing) {
    int[] films = new int[2];
    int[] without = new int[2];
    for (int row : rows) {
      int label = labels[row] ? 1 : 0;
      films[label]++;
      without[label] += missing[row] ? 1 : 0;
    }
    return films[0] == 0 || films[1] == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(without[1] / (double) films[1] - without[0] / (double) films[0]);
  }

  private static boolean isFinding(Estimate difference) {
    double found = Math.abs(difference.value().orElse(0));
    boolean excludesNone = difference.low().orElse(1) > 0 || difference.high().orElse(-1) < 0;
    return found >= LEAST_DIFFERENCE && excludesNone;
  }

  private static Finding finding(
      String column, LabelledFilms films, boolean[] missing, Estimate difference) {
    int[] without = new int[2];
    boolean[] labels = films.labels();
    for (int i = 0; i < missing.length; i++) {
      without[labels[i] ? 1 : 0] += missing[i] ? 1 : 0;
    }
    int positives = films.positives();
    int negatives = films.size() - positives;
    return new Finding(
        Check.MISSING_BY_CLASS,
        Severity.CAUTION,
        String.format(
            Locale.ROOT,
            "Whether %s is written tells the label: it is missing in %.0f %% of positive films and"
                + " %.0f %% of negative ones",
            column,
            100.0 * without[1] / positives,
            100.0 * without[0] / negatives),
        "A network that takes this variable learns that it was asked, not what the answer was.",
        "Leave the variable out, or collect it from all patients alike.",
        List.of(
            Evidence.ofCohort(
                "missing in %d of %d positive and %d of %d negative films; difference %s"
                    .formatted(without[1], positives, without[0], negatives, difference.text()))));
  }
}
