package org.strnet.audit.label;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.strnet.audit.duplicate.Duplicates;
import org.strnet.audit.film.AuditedFilm;
import org.strnet.dataset.Targets;

/**
 * The usable films whose screening label is known.
 *
 * @param films in the audit's order
 * @param positive label of each
 * @param groups of each: films of one patient and duplicates share one and are never parted
 */
public record LabelledFilms(List<AuditedFilm> films, List<Boolean> positive, List<String> groups) {

  /** Copies the lists. */
  public LabelledFilms {
    films = List.copyOf(films);
    positive = List.copyOf(positive);
    groups = List.copyOf(groups);
  }

  /** Those of a cohort. */
  public static LabelledFilms of(List<AuditedFilm> films, Duplicates duplicates, Targets targets) {
    int[] groups = PatientsAndDuplicates.groups(films, duplicates);
    List<AuditedFilm> kept = new ArrayList<>();
    List<Boolean> positive = new ArrayList<>();
    List<String> ofFilm = new ArrayList<>();
    for (int i = 0; i < films.size(); i++) {
      AuditedFilm film = films.get(i);
      OptionalInt label = targets.labels(film.film()).boneLoss();
      if (film.film().usable() && label.isPresent()) {
        kept.add(film);
        positive.add(label.getAsInt() == 1);
        ofFilm.add("group " + groups[i]);
      }
    }
    return new LabelledFilms(kept, positive, ofFilm);
  }

  /** Some of them, by index. */
  public LabelledFilms select(List<Integer> chosen) {
    return new LabelledFilms(
        chosen.stream().map(films::get).toList(),
        chosen.stream().map(positive::get).toList(),
        chosen.stream().map(groups::get).toList());
  }

  /** Number of films. */
  public int size() {
    return films.size();
  }

  /** Number of positive films. */
  public int positives() {
    return (int) positive.stream().filter(label -> label).count();
  }

  /** The labels as an array. */
  public boolean[] labels() {
    boolean[] labels = new boolean[positive.size()];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = positive.get(i);
    }
    return labels;
  }
}
