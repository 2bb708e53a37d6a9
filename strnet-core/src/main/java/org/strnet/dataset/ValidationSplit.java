package org.strnet.dataset;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Films to fit on and films to choose on; no patient on both sides.
 *
 * @param training films the weights are fitted on
 * @param validation films the epoch and the operating point are chosen on
 */
public record ValidationSplit(List<CohortFilm> training, List<CohortFilm> validation) {

  /** Copies the lists and checks that no patient stands on both sides. */
  public ValidationSplit {
    training = List.copyOf(training);
    validation = List.copyOf(validation);
    Set<String> fitted = new HashSet<>();
    training.forEach(film -> fitted.add(film.patient()));
    for (CohortFilm film : validation) {
      if (fitted.contains(film.patient())) {
        throw new IllegalArgumentException(
            "row %d: patient '%s' is on both sides".formatted(film.row(), film.patient()));
      }
    }
  }

  /**
   * Draws validation films by patient, with about the same fraction of each screening and severity
   * label. A patient joins as long as that brings the counts nearer to the fraction.
   *
   * @param films films to divide, of at least two patients
   * @param targets give the labels
   * @param fraction of the films, above 0 and below 1
   * @param seed of the draw
   */
  public static ValidationSplit drawn(
      List<CohortFilm> films, Targets targets, double fraction, long seed) {
    if (!(fraction > 0 && fraction < 1)) {
      throw new IllegalArgumentException("fraction must be in (0, 1), found " + fraction);
    }
    PatientGroups patients = PatientGroups.shuffled(films, targets, seed);
    if (patients.groups().size() < 2) {
      throw new IllegalArgumentException("a validation split needs at least two patients");
    }
    Set<Integer> chosen = new HashSet<>();
    double[] wanted = new double[patients.totals().length];
    for (int s = 0; s < wanted.length; s++) {
      wanted[s] = fraction * patients.totals()[s];
    }
    for (PatientGroups.Group group : patients.groups()) {
      boolean last = chosen.size() + group.films().size() == films.size();
      if (!last && nearer(wanted, group.counts(), patients.totals())) {
        for (int s = 0; s < wanted.length; s++) {
          wanted[s] -= group.counts()[s];
        }
        group.films().forEach(film -> chosen.add(film.row()));
      }
    }
    if (chosen.isEmpty()) {
      // Every patient has too many films for the fraction: better a large validation side than
      // none.
      PatientGroups.Group smallest = patients.largestFirst().get(patients.groups().size() - 1);
      smallest.films().forEach(film -> chosen.add(film.row()));
    }
    return divided(films, chosen);
  }

  private static boolean nearer(double[] missing, int[] counts, int[] totals) {
    double change = 0;
    for (int s = 0; s < missing.length; s++) {
      double after = missing[s] - counts[s];
      change += (after * after - missing[s] * missing[s]) / totals[s];
    }
    return change < 0;
  }

  private static ValidationSplit divided(List<CohortFilm> films, Set<Integer> chosen) {
    List<CohortFilm> training = new ArrayList<>();
    List<CohortFilm> validation = new ArrayList<>();
    films.forEach(film -> (chosen.contains(film.row()) ? validation : training).add(film));
    return new ValidationSplit(training, validation);
  }
}
