package org.strnet.dataset;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.ListSampler;
import org.apache.commons.rng.simple.RandomSource;

/**
 * Films grouped by patient with their counts per stratum, in random order.
 *
 * @param groups one per patient
 * @param totals films per stratum over all patients
 */
record PatientGroups(List<Group> groups, int[] totals) {

  /**
   * One patient.
   *
   * @param films the patient's films
   * @param counts films per stratum
   */
  record Group(List<CohortFilm> films, int[] counts) {}

  static PatientGroups shuffled(List<CohortFilm> films, Targets targets, long seed) {
    Map<Labels, Integer> strata = new LinkedHashMap<>();
    Map<Integer, Integer> stratumOfRow = new LinkedHashMap<>();
    for (CohortFilm film : films) {
      int stratum = strata.computeIfAbsent(stratum(targets.labels(film)), key -> strata.size());
      stratumOfRow.put(film.row(), stratum);
    }
    int[] totals = new int[strata.size()];
    List<Group> groups = new ArrayList<>();
    byPatient(films)
        .forEach(
            (patient, own) -> {
              int[] counts = new int[totals.length];
              for (CohortFilm film : own) {
                counts[stratumOfRow.get(film.row())]++;
                totals[stratumOfRow.get(film.row())]++;
              }
              groups.add(new Group(own, counts));
            });
    UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(seed);
    ListSampler.shuffle(random, groups);
    return new PatientGroups(List.copyOf(groups), totals);
  }

  /** Patients with many films first, because small ones fill the gaps that large ones leave. */
  List<Group> largestFirst() {
    return groups.stream()
        .sorted(Comparator.comparingInt((Group group) -> group.films().size()).reversed())
        .toList();
  }

  static Map<String, List<CohortFilm>> byPatient(List<CohortFilm> films) {
    return films.stream()
        .collect(
            Collectors.groupingBy(CohortFilm::patient, LinkedHashMap::new, Collectors.toList()));
  }

  /** Strata are the two binary labels; a T-score has no classes to balance. */
  private static Labels stratum(Labels labels) {
    return new Labels(labels.boneLoss(), labels.osteoporosis(), OptionalDouble.empty());
  }
}
