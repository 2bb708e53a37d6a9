package org.strnet.audit;

import java.util.List;
import org.strnet.audit.duplicate.Duplicates;
import org.strnet.audit.film.AuditedFilm;
import org.strnet.audit.finding.Finding;
import org.strnet.dataset.Cohort;
import org.strnet.evaluation.estimate.Metrics;

/**
 * What an audit found.
 *
 * @param cohort that was audited
 * @param films of it, in the order of the images' names
 * @param duplicates among them, which name them by index
 * @param findings the heaviest first
 * @param figures that were measured, findings or not
 */
public record AuditReport(
    Cohort cohort,
    List<AuditedFilm> films,
    Duplicates duplicates,
    List<Finding> findings,
    Metrics figures) {

  /** What an audit does not see, said in every report. */
  public static final List<String> LIMITS =
      List.of(
          "Films of one patient taken at different times, or of the other knee, are no duplicates"
              + " and are not found.",
          "Duplicates turned by other than quarter turns, cropped to less than about two thirds,"
              + " inverted, or painted over are not found for sure; one knee cut from a film of both"
              + " is looked for in its left and right half only.",
          "A probe that finds nothing does not prove that there is no shortcut; an out-of-fold AUROC below"
              + " 0.5 means that nothing was told.");

  /** Copies the lists. */
  public AuditReport {
    films = List.copyOf(films);
    findings = List.copyOf(findings);
  }
}
