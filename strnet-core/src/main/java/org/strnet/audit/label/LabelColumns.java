package org.strnet.audit.label;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.strnet.dataset.Cohort;
import org.strnet.dataset.CohortColumns;
import org.strnet.dataset.CohortFilm;
import org.strnet.dataset.Targets;

/**
 * The columns that give a film's label: those the heads learn, the bone labels, and any other most
 * of whose values are bone classes.
 *
 * @param targets columns of the targets and bone labels that the cohort has
 * @param others further columns of bone classes
 */
public record LabelColumns(List<String> targets, List<String> others) {

  private static final Set<String> CLASSES = Set.of("normal", "osteopenia", "osteoporosis");

  /** Copies the lists. */
  public LabelColumns {
    targets = List.copyOf(targets);
    others = List.copyOf(others);
  }

  /** Those of a cohort. */
  public static LabelColumns of(Cohort cohort, Targets heads) {
    List<String> known = new ArrayList<>(heads.columns());
    known.addAll(
        List.of(CohortColumns.BONE_STATUS, CohortColumns.BONE_LOSS, CohortColumns.T_SCORE));
    List<String> targets =
        cohort.columns().stream().filter(column -> known.contains(column)).toList();
    List<String> others =
        cohort.columns().stream()
            .filter(column -> !targets.contains(column) && holdsClasses(cohort, column))
            .toList();
    return new LabelColumns(targets, others);
  }

  private static boolean holdsClasses(Cohort cohort, String column) {
    List<String> written =
        cohort.films().stream()
            .map(film -> word(film, column))
            .filter(word -> !word.isEmpty())
            .toList();
    long classes = written.stream().filter(CLASSES::contains).count();
    return classes > 0 && 2 * classes > written.size();
  }

  /** All of them. */
  public List<String> all() {
    List<String> all = new ArrayList<>(targets);
    all.addAll(others);
    return List.copyOf(all);
  }

  /** Whether a word is a bone class. */
  static boolean isClass(String word) {
    return CLASSES.contains(word);
  }

  static String word(CohortFilm film, String column) {
    return film.value(column).strip().toLowerCase(Locale.ROOT);
  }
}
