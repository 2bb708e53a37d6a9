package org.strnet.audit.label;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.strnet.audit.finding.Check;
import org.strnet.audit.finding.Evidence;
import org.strnet.audit.finding.Finding;
import org.strnet.audit.finding.Severity;
import org.strnet.dataset.CohortFilm;

/** Clinical values that no patient has, or few. */
public final class ClinicalValues {

  private ClinicalValues() {}

  /** One finding per rule that is broken. */
  public static List<Finding> findings(List<CohortFilm> films) {
    List<Finding> findings = new ArrayList<>();
    for (ClinicalRule rule : ClinicalRule.values()) {
      List<Evidence> faults =
          films.stream()
              .flatMap(
                  film ->
                      rule.fault(new Row(film.values())).stream()
                          .map(fault -> Evidence.of(List.of(film), fault)))
              .collect(Collectors.toList());
      if (!faults.isEmpty()) {
        findings.add(finding(rule, faults));
      }
    }
    return findings;
  }

  private static Finding finding(ClinicalRule rule, List<Evidence> faults) {
    String films = faults.size() == 1 ? "1 film" : faults.size() + " films";
    return rule.isImpossible()
        ? new Finding(
            Check.IMPOSSIBLE_VALUE,
            Severity.FAULT,
            "Impossible: %s (%s)".formatted(rule.what(), films),
            "%s. A row with one wrong value may belong to another patient altogether."
                .formatted(capital(rule.reason())),
            "Look the patient up; correct the value, or leave it empty.",
            faults)
        : new Finding(
            Check.UNLIKELY_VALUE,
            Severity.CAUTION,
            "Unlikely: %s (%s)".formatted(rule.what(), films),
            capital(rule.reason()) + ".",
            "Look the patient up; keep the value if it is true.",
            faults);
  }

  private static String capital(String text) {
    return Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }
}
