package org.strnet.audit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.strnet.audit.duplicate.DuplicateFindings;
import org.strnet.audit.duplicate.DuplicatePair;
import org.strnet.audit.duplicate.DuplicatePair.Sameness;
import org.strnet.audit.duplicate.DuplicateSearch;
import org.strnet.audit.duplicate.Duplicates;
import org.strnet.audit.film.AuditedFilm;
import org.strnet.audit.film.Workers;
import org.strnet.audit.finding.Check;
import org.strnet.audit.finding.Evidence;
import org.strnet.audit.finding.Finding;
import org.strnet.audit.finding.Found;
import org.strnet.audit.finding.Severity;
import org.strnet.audit.label.ClinicalValues;
import org.strnet.audit.label.LabelColumns;
import org.strnet.audit.label.LabelConflicts;
import org.strnet.audit.label.LabelledFilms;
import org.strnet.audit.label.MissingByClass;
import org.strnet.audit.shortcut.ClinicalPrediction;
import org.strnet.audit.shortcut.FilmShortcuts;
import org.strnet.audit.shortcut.SourceConfounding;
import org.strnet.audit.split.LeakFindings;
import org.strnet.dataset.Cohort;
import org.strnet.dataset.CohortFilm;
import org.strnet.dataset.Targets;
import org.strnet.evaluation.estimate.Estimate;
import org.strnet.evaluation.estimate.Metrics;
import org.strnet.evaluation.resampling.PatientBootstrap;
import org.strnet.provenance.BadInputException;

/** Asks of a cohort whether it can be believed. */
public final class Audit {

  private final Targets targets;
  private final PatientBootstrap bootstrap;
  private final Workers workers;
  private final List<Finding> findings = new ArrayList<>();
  private final Map<String, Estimate> figures = new LinkedHashMap<>();

  private Audit(Targets targets, PatientBootstrap bootstrap, Workers workers) {
    this.targets = targets;
    this.bootstrap = bootstrap;
    this.workers = workers;
  }

  /**
   * Audits a cohort. The result does not depend on the number of threads or the order of the rows.
   *
   * @param cohort read with {@link org.strnet.dataset.Contradictions#REPORT_AND_GO_ON}
   * @param targets what would be learnt of it
   * @param bootstrap of the intervals; its seed draws folds
   * @param workers threads
   * @param progress told after each film, from any thread
   * @throws BadInputException if a label fits none
   */
  public static AuditReport of(
      Cohort cohort,
      Targets targets,
      PatientBootstrap bootstrap,
      Workers workers,
      Runnable progress)
      throws InterruptedException {
    return new Audit(targets, bootstrap, workers).run(cohort, progress);
  }

  private AuditReport run(Cohort cohort, Runnable progress) throws InterruptedException {
    List<AuditedFilm> films = AuditedFilm.read(cohort, workers, progress);
    Duplicates duplicates = duplicates(films, workers);
    LabelColumns columns = LabelColumns.of(cohort, targets);
    count(films, duplicates);
    unreadable(films);
    findings.addAll(DuplicateFindings.of(films, duplicates));
    findings.addAll(LeakFindings.of(cohort, films, duplicates));
    findings.addAll(LabelConflicts.findings(cohort, columns, films, duplicates));
    findings.addAll(ClinicalValues.findings(films.stream().map(AuditedFilm::film).toList()));
    Optional<Targets> present = present(cohort);
    if (present.isPresent()) {
      LabelledFilms labelled = LabelledFilms.of(films, duplicates, present.get());
      figure("films.labelled", labelled.size());
      figure("films.positive", labelled.positives());
      add(FilmShortcuts.of(labelled, bootstrap));
      add(SourceConfounding.of(cohort, columns, labelled, bootstrap));
      add(MissingByClass.of(cohort, labelled, bootstrap));
      add(ClinicalPrediction.of(labelled, columns, bootstrap));
    }
    findings.sort(Comparator.comparing(Finding::severity));
    return new AuditReport(cohort, films, duplicates, findings, new Metrics(figures));
  }

  /**
   * The duplicates among films, named by their index; those that cannot be read are passed over.
   */
  public static Duplicates duplicates(List<AuditedFilm> films, Workers workers)
      throws InterruptedException {
    List<Integer> readable = new ArrayList<>();
    for (int i = 0; i < films.size(); i++) {
      if (films.get(i).evidence().isPresent()) {
        readable.add(i);
      }
    }
    Duplicates found =
        DuplicateSearch.of(
            readable.stream().map(i -> films.get(i).evidence().orElseThrow()).toList(), workers);
    return new Duplicates(
        films.size(),
        found.pairs().stream()
            .map(
                pair ->
                    new DuplicatePair(
                        readable.get(pair.first()),
                        readable.get(pair.second()),
                        pair.sameness(),
                        pair.relation(),
                        pair.correlation()))
            .toList());
  }

  private Optional<Targets> present(Cohort cohort) {
    Optional<String> column = targets.screening().map(target -> target.column());
    if (column.filter(cohort.columns()::contains).isPresent()) {
      return Optional.of(targets.presentIn(cohort));
    }
    findings.add(
        new Finding(
            Check.NOT_CHECKED,
            Severity.NOTE,
            "No shortcut was looked for: the cohort has no label in two classes",
            "Probes ask whether something else than bone tells the label.",
            "Add the column %s, or name another with --config."
                .formatted(column.orElse("of a screening target")),
            List.of()));
    return Optional.empty();
  }

  private void add(Found found) {
    findings.addAll(found.findings());
    figures.putAll(found.figures().estimates());
  }

  private void count(List<AuditedFilm> films, Duplicates duplicates) {
    figure("films", films.size());
    figure("films.usable", films.stream().filter(film -> film.film().usable()).count());
    figure("films.unreadable", films.stream().filter(film -> film.evidence().isEmpty()).count());
    figure("patients", films.stream().map(film -> film.film().patient()).distinct().count());
    figure("duplicates.groups", duplicates.groups().size());
    for (Sameness sameness : Sameness.values()) {
      figure(
          "duplicates.pairs." + sameness.code(),
          duplicates.pairs().stream().filter(pair -> pair.sameness() == sameness).count());
    }
  }

  private void figure(String name, long counted) {
    int count = Math.toIntExact(counted);
    figures.put(name, Estimate.ofValue(count, count, "count"));
  }

  private void unreadable(List<AuditedFilm> films) {
    List<Evidence> found =
        films.stream()
            .filter(film -> film.evidence().isEmpty())
            .map(film -> Evidence.of(List.<CohortFilm>of(film.film()), film.refusal()))
            .toList();
    if (!found.isEmpty()) {
      findings.add(
          new Finding(
              Check.UNREADABLE_FILM,
              Severity.CAUTION,
              "%d %s cannot be read".formatted(found.size(), found.size() == 1 ? "film" : "films"),
              "A study leaves them out, and who is left out may not be by chance.",
              "Mend the files or the paths, or mark the rows as not usable.",
              found));
    }
  }
}
