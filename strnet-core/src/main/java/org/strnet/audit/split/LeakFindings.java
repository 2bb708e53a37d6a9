package org.strnet.audit.split;

import java.util.ArrayList;
import java.util.List;
import org.strnet.audit.duplicate.Duplicates;
import org.strnet.audit.film.AuditedFilm;
import org.strnet.audit.finding.Check;
import org.strnet.audit.finding.Evidence;
import org.strnet.audit.finding.Finding;
import org.strnet.audit.finding.Severity;
import org.strnet.dataset.Cohort;

/** Leaks over the columns that divide a cohort, in words. */
public final class LeakFindings {

  private LeakFindings() {}

  /** One finding per kind of leak and dividing column. */
  public static List<Finding> of(Cohort cohort, List<AuditedFilm> films, Duplicates duplicates) {
    List<Finding> findings = new ArrayList<>();
    for (SplitLeaks.Division division :
        List.of(SplitLeaks.Division.SPLIT, SplitLeaks.Division.FOLD)) {
      if (cohort.columns().contains(division.column())) {
        SplitLeaks leaks = SplitLeaks.of(films, duplicates, division);
        add(findings, "%d %s of one patient stand%s on two sides", leaks.patients(), division);
        add(findings, "%d %s of duplicates stand%s on two sides", leaks.duplicates(), division);
      }
    }
    return findings;
  }

  private static void add(
      List<Finding> findings, String title, List<Evidence> found, SplitLeaks.Division division) {
    if (found.isEmpty()) {
      return;
    }
    boolean one = found.size() == 1;
    String counted = title.formatted(found.size(), one ? "group" : "groups", one ? "s" : "");
    findings.add(
        new Finding(
            Check.SPLIT_LEAK,
            Severity.FAULT,
            "%s (column %s)".formatted(counted, division.column()),
            "What is tested was learnt from; figures on the test films are too good.",
            "Put them on one side; train and crossval refuse the cohort until then.",
            found));
  }
}
