package org.strnet.audit.label;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.strnet.audit.duplicate.Duplicates;
import org.strnet.audit.film.AuditedFilm;
import org.strnet.audit.finding.Check;
import org.strnet.audit.finding.Evidence;
import org.strnet.audit.finding.Finding;
import org.strnet.audit.finding.Severity;
import org.strnet.dataset.Cohort;
import org.strnet.dataset.CohortColumns;
import org.strnet.dataset.CohortFilm;
import org.strnet.dataset.Contradiction;

/** Labels that cannot all be true: of one film in two rows, in two columns, in one cell. */
public final class LabelConflicts {

  private final Cohort cohort;
  private final LabelColumns columns;
  private final List<Finding> findings = new ArrayList<>();

  private LabelConflicts(Cohort cohort, LabelColumns columns) {
    this.cohort = cohort;
    this.columns = columns;
  }

  /**
   * Searches.
   *
   * @param cohort read without refusing contradictions
   * @param columns its label columns
   * @param films its films, in the order in which the duplicates name them
   * @param duplicates among them
   */
  public static List<Finding> findings(
      Cohort cohort, LabelColumns columns, List<AuditedFilm> films, Duplicates duplicates) {
    LabelConflicts search = new LabelConflicts(cohort, columns);
    search.underTwoLabels(films, duplicates);
    search.contradictions();
    search.columnsThatDisagree();
    search.severalValues();
    return List.copyOf(search.findings);
  }

  private void underTwoLabels(List<AuditedFilm> films, Duplicates duplicates) {
    List<Evidence> found = new ArrayList<>();
    for (List<Integer> group : duplicates.groups()) {
      List<CohortFilm> own = group.stream().map(i -> films.get(i).film()).toList();
      String differences =
          columns.all().stream()
              .flatMap(column -> difference(own, column).stream())
              .collect(Collectors.joining("; "));
      if (!differences.isEmpty()) {
        found.add(Evidence.of(own, differences));
      }
    }
    if (!found.isEmpty()) {
      findings.add(
          new Finding(
              Check.FILM_UNDER_TWO_LABELS,
              Severity.FAULT,
              "One film under two labels (%d)".formatted(found.size()),
              "At least one of the labels is wrong, and nobody can tell which from the film.",
              "Find the patient's true label; until then mark these films as not usable.",
              found));
    }
  }

  /** The different known values of a column, for a reader. */
  private static Optional<String> difference(List<CohortFilm> films, String column) {
    Set<String> values = new TreeSet<>();
    films.forEach(film -> values.add(LabelColumns.word(film, column)));
    values.remove("");
    return values.size() < 2
        ? Optional.empty()
        : Optional.of(column + " " + String.join(" and ", values));
  }

  private void contradictions() {
    List<Evidence> found =
        cohort.contradictions().stream()
            .filter(contradiction -> contradiction.kind() == Contradiction.Kind.VALUES)
            .map(
                contradiction ->
                    Evidence.of(
                        cohort.films().stream()
                            .filter(film -> contradiction.rows().contains(film.row()))
                            .toList(),
                        contradiction.what()))
            .toList();
    if (!found.isEmpty()) {
      findings.add(
          new Finding(
              Check.CONTRADICTION,
              Severity.FAULT,
              "Labels contradict each other (%d)".formatted(found.size()),
              "By the WHO boundaries (normal from -1.0, osteoporosis from -2.5 SD down) both"
                  + " cannot be true.",
              "Correct the wrong one, or leave it empty.",
              found));
    }
  }

  private void columnsThatDisagree() {
    if (!columns.targets().contains(CohortColumns.BONE_STATUS)) {
      return;
    }
    for (String column : columns.others()) {
      List<Evidence> found = new ArrayList<>();
      int compared = 0;
      for (CohortFilm film : cohort.films()) {
        String status = LabelColumns.word(film, CohortColumns.BONE_STATUS);
        String other = LabelColumns.word(film, column);
        if (!other.isEmpty() && !(status.isEmpty() && LabelColumns.isClass(other))) {
          compared++;
          if (!other.equals(status)) {
            String shown = status.isEmpty() ? "unknown" : status;
            found.add(Evidence.of(List.of(film), "%s, %s says %s".formatted(shown, column, other)));
          }
        }
      }
      if (!found.isEmpty()) {
        findings.add(disagreement(column, compared, found));
      }
    }
  }

  private static Finding disagreement(String column, int compared, List<Evidence> found) {
    return new Finding(
        Check.LABEL_COLUMNS_DISAGREE,
        Severity.CAUTION,
        "%s and bone_status disagree on %d of %d films".formatted(column, found.size(), compared),
        "Two sources of the label differ: one of them is wrong for these films, and a network"
            + " learns whichever it is given.",
        "Find out where both come from, and train on the one that was measured.",
        found);
  }

  private void severalValues() {
    for (String column : cohort.columns()) {
      List<CohortFilm> several =
          cohort.films().stream().filter(film -> film.value(column).contains("|")).toList();
      if (!several.isEmpty() && 2 * several.size() < cohort.size()) {
        findings.add(
            new Finding(
                Check.SEVERAL_VALUES,
                Severity.CAUTION,
                "%d films are listed under several values in column %s"
                    .formatted(several.size(), column),
                "Where the column names patients or classes, the film belongs to one of them only"
                    + " and its label is in doubt.",
                "Settle which one is true, or mark the film as not usable.",
                several.stream()
                    .map(film -> Evidence.of(List.of(film), film.value(column)))
                    .toList()));
      }
    }
  }
}
