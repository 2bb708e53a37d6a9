package org.strnet.audit.duplicate;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.strnet.audit.duplicate.DuplicatePair.Sameness;
import org.strnet.audit.film.AuditedFilm;
import org.strnet.audit.finding.Check;
import org.strnet.audit.finding.Evidence;
import org.strnet.audit.finding.Finding;
import org.strnet.audit.finding.Severity;
import org.strnet.dataset.CohortFilm;

/** Duplicates and suspicious file names in words. */
public final class DuplicateFindings {

  private static final String WHY_PARTED =
      "The cohort lists them under different patients, so a draw of folds may learn from one and"
          + " test on the other.";

  private final List<AuditedFilm> films;
  private final Duplicates duplicates;

  private DuplicateFindings(List<AuditedFilm> films, Duplicates duplicates) {
    this.films = films;
    this.duplicates = duplicates;
  }

  /** Findings on some films, named by the duplicates in their order. */
  public static List<Finding> of(List<AuditedFilm> films, Duplicates duplicates) {
    DuplicateFindings search = new DuplicateFindings(films, duplicates);
    List<Finding> findings = new ArrayList<>();
    for (boolean parted : new boolean[] {true, false}) {
      search.add(findings, Check.EXACT_DUPLICATES, parted);
      search.add(findings, Check.PERCEPTUAL_DUPLICATES, parted);
    }
    search.names(findings);
    return findings;
  }

  private void add(List<Finding> findings, Check check, boolean parted) {
    List<Evidence> found =
        duplicates.groups().stream()
            .filter(group -> check == check(group) && parted == isParted(group))
            .map(group -> Evidence.of(rows(group), relations(group)))
            .toList();
    if (found.isEmpty()) {
      return;
    }
    String kind =
        check == Check.EXACT_DUPLICATES
            ? "the same file or the same pixels"
            : "the same exposure, stored differently";
    findings.add(
        new Finding(
            check,
            parted ? Severity.FAULT : Severity.CAUTION,
            "%d %s of films are %s%s"
                .formatted(
                    found.size(),
                    found.size() == 1 ? "group" : "groups",
                    kind,
                    parted ? ", under different patients" : ", each of one patient"),
            parted
                ? WHY_PARTED
                : "They count as several films of one patient; intervals that take films as"
                    + " independent are too narrow.",
            parted
                ? "Give them one patient, or keep one of each group."
                : "Keep one of each group, or use intervals by patient.",
            found));
  }

  private Check check(List<Integer> group) {
    return pairs(group).stream().anyMatch(pair -> pair.sameness() == Sameness.EXPOSURE)
        ? Check.PERCEPTUAL_DUPLICATES
        : Check.EXACT_DUPLICATES;
  }

  private boolean isParted(List<Integer> group) {
    return rows(group).stream().map(CohortFilm::patient).distinct().count() > 1;
  }

  private List<DuplicatePair> pairs(List<Integer> group) {
    return duplicates.pairs().stream().filter(pair -> group.contains(pair.first())).toList();
  }

  private String relations(List<Integer> group) {
    return pairs(group).stream()
        .map(DuplicatePair::text)
        .distinct()
        .collect(Collectors.joining("; "));
  }

  private List<CohortFilm> rows(List<Integer> group) {
    return group.stream().map(i -> films.get(i).film()).toList();
  }

  private void names(List<Finding> findings) {
    List<Evidence> found =
        FileStem.families(films.stream().map(film -> film.film().image()).toList()).stream()
            .map(
                family ->
                    Evidence.of(
                        rows(family),
                        isParted(family) ? "under different patients" : "of one patient"))
            .toList();
    if (!found.isEmpty()) {
      findings.add(
          new Finding(
              Check.AUGMENTED_NAMES,
              Severity.CAUTION,
              "%d groups of file names look like copies or augmented variants of one film"
                  .formatted(found.size()),
              "Variants of one film are one film: parted, they leak; kept together, they count"
                  + " too often.",
              "Keep the original of each; a training program makes its own variants.",
              found));
    }
  }
}
