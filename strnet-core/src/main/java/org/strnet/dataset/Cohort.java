package org.strnet.dataset;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import org.strnet.provenance.BadInputException;

/**
 * A cohort: films with what is known of them, in the order of the file.
 *
 * @param source the file
 * @param sha256 hash of the whole file, also when the films were filtered
 * @param columns every column in order
 * @param films one per row
 * @param contradictions values that cannot be true together, with their rows; empty unless reading
 *     was told to go on
 */
public record Cohort(
    Path source,
    String sha256,
    List<String> columns,
    List<CohortFilm> films,
    List<Contradiction> contradictions) {

  /** Copies the lists. */
  public Cohort {
    columns = List.copyOf(columns);
    films = List.copyOf(films);
    contradictions = List.copyOf(contradictions);
  }

  /**
   * Reads a cohort file (CSV after RFC 4180, UTF-8) and refuses one that contradicts itself.
   *
   * @throws BadInputException naming all faults with their rows, the header being row 1
   */
  public static Cohort read(Path csv) {
    return read(csv, Contradictions.REFUSE);
  }

  /** Reads a cohort file; what does not fit its column is refused under either policy. */
  public static Cohort read(Path csv, Contradictions policy) {
    return CohortFile.read(csv, policy);
  }

  /** Number of films. */
  public int size() {
    return films.size();
  }

  /** Only the films that a study uses. */
  public Cohort usable() {
    return filter(CohortFilm::usable);
  }

  /** Only the films of one part of the fixed division. */
  public Cohort part(Split split) {
    requireColumn(CohortColumns.SPLIT);
    return filter(film -> film.split().filter(split::equals).isPresent());
  }

  /**
   * Only the films with a value in a column, compared without surrounding blanks and case.
   *
   * @throws BadInputException if there is no such column or no film has the value
   */
  public Cohort where(String column, String value) {
    requireColumn(column);
    Cohort kept = filter(film -> film.value(column).strip().equalsIgnoreCase(value.strip()));
    if (kept.films.isEmpty()) {
      throw new BadInputException(
          source.toString(), "no film has %s = '%s'".formatted(column, value));
    }
    return kept;
  }

  /** Only some films, in the same order. */
  public Cohort filter(Predicate<CohortFilm> keep) {
    return new Cohort(
        source, sha256, columns, films.stream().filter(keep).toList(), contradictions);
  }

  /** Refuses a cohort without a column. */
  public void requireColumn(String column) {
    if (!columns.contains(column)) {
      throw new BadInputException(
          source.toString(), "needs a column %s, found %s".formatted(column, columns));
    }
  }
}
