package org.strnet.audit.shortcut;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.strnet.audit.finding.Check;
import org.strnet.audit.finding.Evidence;
import org.strnet.audit.finding.Finding;
import org.strnet.audit.finding.Found;
import org.strnet.audit.finding.Severity;
import org.strnet.audit.label.LabelColumns;
import org.strnet.audit.label.LabelledFilms;
import org.strnet.evaluation.estimate.Estimate;
import org.strnet.evaluation.estimate.Metrics;
import org.strnet.evaluation.resampling.PatientBootstrap;
import org.strnet.network.ClinicalVariable;

/**
 * How well the clinical variables tell the label, each alone and age, sex and body mass index
 * together, over the films of which they are known: no fault, but what a film must beat.
 */
public final class ClinicalPrediction {

  /** What costs nothing to ask. */
  private static final List<ClinicalVariable> FREE =
      List.of(ClinicalVariable.AGE, ClinicalVariable.SEX, ClinicalVariable.BMI);

  private ClinicalPrediction() {}

  /**
   * Measures.
   *
   * @param films whose label is known
   * @param labels columns that are a target themselves are left out
   * @param bootstrap of the intervals
   */
  public static Found of(LabelledFilms films, LabelColumns labels, PatientBootstrap bootstrap) {
    Map<String, Estimate> figures = new LinkedHashMap<>();
    for (ClinicalVariable variable : ClinicalVariable.values()) {
      measure(List.of(variable), variable.column(), films, labels, bootstrap, figures);
    }
    measure(FREE, "age_sex_bmi", films, labels, bootstrap, figures);
    List<Map.Entry<String, Estimate>> telling =
        figures.entrySet().stream().filter(entry -> Probe.isFinding(entry.getValue())).toList();
    return new Found(
        telling.isEmpty() ? List.of() : List.of(finding(telling)), new Metrics(figures));
  }

  private static void measure(
      List<ClinicalVariable> variables,
      String name,
      LabelledFilms films,
      LabelColumns labels,
      PatientBootstrap bootstrap,
      Map<String, Estimate> figures) {
    List<Integer> known = new ArrayList<>();
    for (int i = 0; i < films.size(); i++) {
      var clinical = films.films().get(i).film().clinical();
      if (variables.stream().allMatch(variable -> clinical.value(variable).isPresent())) {
        known.add(i);
      }
    }
    boolean isTarget =
        variables.stream().anyMatch(variable -> labels.targets().contains(variable.column()));
    if (known.isEmpty() || isTarget) {
      return;
    }
    LabelledFilms own = films.select(known);
    double[][] features =
        own.films().stream()
            .map(
                film ->
                    variables.stream()
                        .mapToDouble(v -> film.film().clinical().value(v).orElseThrow())
                        .toArray())
            .toArray(double[][]::new);
    String seen =
        "logistic regression on "
            + variables.stream().map(ClinicalVariable::column).collect(Collectors.joining(", "));
    Probe probe = new Probe(bootstrap);
    figures.put(
        "clinical." + name + ".auroc",
        variables.size() == 1
            ? probe.ofOne(features, own, name)
            : probe.estimate(features, own, new RidgeLearner(0.01), seen));
  }

  private static Finding finding(List<Map.Entry<String, Estimate>> telling) {
    var best = telling.get(0);
    for (var entry : telling) {
      boolean better =
          entry.getValue().value().orElseThrow() > best.getValue().value().orElseThrow();
      best = better ? entry : best;
    }
    return new Finding(
        Check.CLINICAL_BASELINE,
        Severity.NOTE,
        String.format(
            Locale.ROOT,
            "What a film must beat: without any film, %s tells the label with an AUROC of %.2f",
            words(best.getKey()),
            best.getValue().value().orElseThrow()),
        "This is no fault of the cohort: age and body size go with bone. But a network is worth"
            + " something only for what it adds.",
        "Report the network beside these figures, on the same films.",
        telling.stream()
            .map(
                entry ->
                    Evidence.ofCohort(
                        "%s: AUROC %s".formatted(words(entry.getKey()), entry.getValue().text())))
            .toList());
  }

  private static String words(String key) {
    String name = key.substring("clinical.".length(), key.length() - ".auroc".length());
    return name.equals("age_sex_bmi") ? "age, sex and body mass index together" : name;
  }
}
