package org.strnet.audit.finding;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.strnet.dataset.CohortFilm;

/**
 * One instance of a finding.
 *
 * @param rows rows of the cohort file it speaks of, the header being row 1; empty when it speaks of
 *     the whole cohort
 * @param images their images as written in the file, in the same order
 * @param detail what was found there, without what the rows and images say already
 */
public record Evidence(List<Integer> rows, List<String> images, String detail) {

  /** Copies the lists. */
  public Evidence {
    rows = List.copyOf(rows);
    images = List.copyOf(images);
    Objects.requireNonNull(detail);
    if (rows.size() != images.size()) {
      throw new IllegalArgumentException(
          "one image per row, found %d rows, %d images".formatted(rows.size(), images.size()));
    }
  }

  /** Of some films, in the order of their rows. */
  public static Evidence of(Collection<CohortFilm> films, String detail) {
    List<CohortFilm> inOrder =
        films.stream().sorted(Comparator.comparingInt(CohortFilm::row)).toList();
    return new Evidence(
        inOrder.stream().map(CohortFilm::row).toList(),
        inOrder.stream().map(CohortFilm::image).toList(),
        detail);
  }

  /** Of the whole cohort. */
  public static Evidence ofCohort(String detail) {
    return new Evidence(List.of(), List.of(), detail);
  }
}
