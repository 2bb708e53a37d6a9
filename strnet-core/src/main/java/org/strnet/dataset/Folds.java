package org.strnet.dataset;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.strnet.provenance.BadInputException;

/**
 * A cross-validation: every usable film is held out exactly once, and a patient's films together
 * unless the cohort was read with leaks that someone accepted.
 *
 * @param heldOut films of each fold, in the cohort's order
 */
public record Folds(List<List<CohortFilm>> heldOut) {

  /** Copies the lists and checks that there are folds. */
  public Folds {
    heldOut = heldOut.stream().map(List::copyOf).toList();
    if (heldOut.size() < 2 || heldOut.stream().anyMatch(List::isEmpty)) {
      throw new IllegalArgumentException("needs at least two folds and films in each");
    }
  }

  private void refuseLeaks() {
    Map<String, Integer> foldOfPatient = new HashMap<>();
    for (int fold = 0; fold < heldOut.size(); fold++) {
      for (CohortFilm film : heldOut.get(fold)) {
        Integer other = foldOfPatient.putIfAbsent(film.patient(), fold);
        if (other != null && other != fold) {
          throw new IllegalArgumentException(
              "row %d: patient '%s' is in folds %d and %d"
                  .formatted(film.row(), film.patient(), other, fold));
        }
      }
    }
  }

  /**
   * The folds of the column {@code fold}, over the usable films.
   *
   * @throws BadInputException if a usable film has none, a patient stands in two, or there are
   *     fewer than two
   */
  public static Folds ofColumn(Cohort cohort) {
    return ofColumn(cohort, Contradictions.REFUSE);
  }

  /** As {@link #ofColumn(Cohort)}; a patient in two folds is refused or left there. */
  public static Folds ofColumn(Cohort cohort, Contradictions policy) {
    cohort.requireColumn(CohortColumns.FOLD);
    Map<Integer, List<CohortFilm>> folds = new TreeMap<>();
    for (CohortFilm film : cohort.usable().films()) {
      int fold =
          film.fold()
              .orElseThrow(
                  () ->
                      new BadInputException(
                          cohort.source().toString(),
                          "row %d: a usable film needs a fold".formatted(film.row())));
      folds.computeIfAbsent(fold, key -> new ArrayList<>()).add(film);
    }
    try {
      Folds read = new Folds(List.copyOf(folds.values()));
      if (policy == Contradictions.REFUSE) {
        read.refuseLeaks();
      }
      return read;
    } catch (IllegalArgumentException e) {
      throw new BadInputException(cohort.source().toString(), String.valueOf(e.getMessage()), e);
    }
  }

  /**
   * Draws {@code k} folds over the usable films, by patient, with about the same number of films of
   * each screening and severity label in every fold. Patients are dealt out one by one, those with
   * many films first, each to the fold that is then least full of such films.
   *
   * @throws BadInputException if there are fewer patients than folds
   */
  public static Folds drawn(Cohort cohort, Targets targets, int k, long seed) {
    if (k < 2) {
      throw new IllegalArgumentException("needs at least 2 folds, found " + k);
    }
    List<CohortFilm> films = cohort.usable().films();
    PatientGroups patients = PatientGroups.shuffled(films, targets, seed);
    if (patients.groups().size() < k) {
      throw new BadInputException(
          cohort.source().toString(),
          "%d folds need as many patients, found %d".formatted(k, patients.groups().size()));
    }
    int[][] counts = new int[k][patients.totals().length];
    Map<Integer, Integer> foldOfRow = new HashMap<>();
    for (PatientGroups.Group group : patients.largestFirst()) {
      int fold = leastFull(counts, group.counts(), patients.totals());
      for (int s = 0; s < counts[fold].length; s++) {
        counts[fold][s] += group.counts()[s];
      }
      group.films().forEach(film -> foldOfRow.put(film.row(), fold));
    }
    return new Folds(inOrder(films, foldOfRow, k));
  }

  /**
   * The fold whose sum of squared shares grows least. Shares are per stratum, so that a rare label
   * counts as much as a frequent one; the share of all films keeps folds equal in size and lets no
   * fold stay empty.
   */
  private static int leastFull(int[][] counts, int[] more, int[] totals) {
    int best = 0;
    double least = Double.POSITIVE_INFINITY;
    int films = Arrays.stream(totals).sum();
    for (int fold = 0; fold < counts.length; fold++) {
      double growth = 0;
      int have = 0;
      int added = 0;
      for (int s = 0; s < totals.length; s++) {
        growth += growth(counts[fold][s], more[s], totals[s]);
        have += counts[fold][s];
        added += more[s];
      }
      growth += growth(have, added, films);
      if (growth < least) {
        least = growth;
        best = fold;
      }
    }
    return best;
  }

  private static double growth(int have, int added, int total) {
    double before = (double) have / total;
    double after = (double) (have + added) / total;
    return after * after - before * before;
  }

  private static List<List<CohortFilm>> inOrder(
      List<CohortFilm> films, Map<Integer, Integer> foldOfRow, int k) {
    List<List<CohortFilm>> folds = new ArrayList<>();
    for (int fold = 0; fold < k; fold++) {
      folds.add(new ArrayList<>());
    }
    films.forEach(film -> folds.get(foldOfRow.get(film.row())).add(film));
    return folds;
  }

  /** Number of folds. */
  public int count() {
    return heldOut.size();
  }

  /** The films held out in a fold. */
  public List<CohortFilm> heldOut(int fold) {
    return heldOut.get(fold);
  }

  /** The films of all other folds. */
  public List<CohortFilm> rest(int fold) {
    List<CohortFilm> rest = new ArrayList<>();
    for (int other = 0; other < heldOut.size(); other++) {
      if (other != fold) {
        rest.addAll(heldOut.get(other));
      }
    }
    return List.copyOf(rest);
  }
}
