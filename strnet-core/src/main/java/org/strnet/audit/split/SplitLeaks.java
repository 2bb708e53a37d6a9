package org.strnet.audit.split;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.strnet.audit.duplicate.Duplicates;
import org.strnet.audit.film.AuditedFilm;
import org.strnet.audit.finding.Evidence;
import org.strnet.dataset.CohortColumns;
import org.strnet.dataset.CohortFilm;

/**
 * Patients and films on two sides.
 *
 * @param patients one for each patient that stands on two sides
 * @param duplicates one for each group of duplicates that does
 */
public record SplitLeaks(List<Evidence> patients, List<Evidence> duplicates) {

  /** What divides a cohort. */
  public enum Division {
    /** The column {@code split}. */
    SPLIT(CohortColumns.SPLIT, "parts of the split"),
    /** The column {@code fold}. */
    FOLD(CohortColumns.FOLD, "folds"),
    /** Folds or parts to be drawn: films of one patient stay together, others may be parted. */
    PATIENT(CohortColumns.PATIENT, "patients, which a draw may part");

    private final String column;
    private final String words;

    Division(String column, String words) {
      this.column = column;
      this.words = words;
    }

    /** The column that divides. */
    public String column() {
      return column;
    }

    /** The side of a film; empty for none. */
    String side(CohortFilm film) {
      return switch (this) {
        case SPLIT -> film.split().map(split -> split.code()).orElse("");
        case FOLD -> film.fold().isPresent() ? "fold " + film.fold().getAsInt() : "";
        case PATIENT -> film.patient();
      };
    }
  }

  /** Copies the lists. */
  public SplitLeaks {
    patients = List.copyOf(patients);
    duplicates = List.copyOf(duplicates);
  }

  /**
   * The leaks among the usable films.
   *
   * @param films in the order in which the duplicates name them
   * @param duplicates among them
   * @param division what divides them
   */
  public static SplitLeaks of(List<AuditedFilm> films, Duplicates duplicates, Division division) {
    Map<String, List<CohortFilm>> ofPatient = new LinkedHashMap<>();
    films.forEach(
        film ->
            ofPatient
                .computeIfAbsent(film.film().patient(), key -> new ArrayList<>())
                .add(film.film()));
    List<List<CohortFilm>> groups =
        duplicates.groups().stream()
            .map(group -> group.stream().map(i -> films.get(i).film()).toList())
            .toList();
    return new SplitLeaks(
        onTwoSides(new ArrayList<>(ofPatient.values()), division), onTwoSides(groups, division));
  }

  private static List<Evidence> onTwoSides(List<List<CohortFilm>> groups, Division division) {
    List<Evidence> found = new ArrayList<>();
    for (List<CohortFilm> group : groups) {
      List<CohortFilm> used =
          group.stream().filter(film -> film.usable() && !division.side(film).isEmpty()).toList();
      Set<String> sides = new TreeSet<>();
      used.forEach(film -> sides.add(division.side(film)));
      if (sides.size() > 1) {
        found.add(
            Evidence.of(
                used,
                "in %d %s: %s".formatted(sides.size(), division.words, String.join(", ", sides))));
      }
    }
    return Collections.unmodifiableList(found);
  }

  /** All of them, patients first. */
  public List<Evidence> all() {
    List<Evidence> all = new ArrayList<>(patients);
    all.addAll(duplicates);
    return List.copyOf(all);
  }

  /** How many there are. */
  public int count() {
    return patients.size() + duplicates.size();
  }

  /** For a record: {@code 1 patient and 2 groups of duplicate films on two sides}. */
  public String text() {
    return "%d %s and %d %s of duplicate films on two sides"
        .formatted(
            patients.size(),
            patients.size() == 1 ? "patient" : "patients",
            duplicates.size(),
            duplicates.size() == 1 ? "group" : "groups");
  }
}
