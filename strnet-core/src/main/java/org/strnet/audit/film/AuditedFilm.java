package org.strnet.audit.film;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.strnet.dataset.Cohort;
import org.strnet.dataset.CohortFilm;
import org.strnet.provenance.BadInputException;

/**
 * One row of a cohort with what was seen of its film.
 *
 * @param film the row
 * @param evidence of the film, if it could be read
 * @param refusal why it could not, else empty
 */
public record AuditedFilm(CohortFilm film, Optional<FilmEvidence> evidence, String refusal) {

  /**
   * Reads all films of a cohort, those that are not used too.
   *
   * @param cohort the films
   * @param workers threads
   * @param progress told after each film, from any thread
   * @return in the order of the images' names, so that nothing that follows depends on the order of
   *     the rows
   */
  public static List<AuditedFilm> read(Cohort cohort, Workers workers, Runnable progress)
      throws InterruptedException {
    List<CohortFilm> films =
        cohort.films().stream()
            .sorted(
                Comparator.comparing(CohortFilm::image)
                    .thenComparing(film -> film.values().toString()))
            .toList();
    EvidenceReader reader = new EvidenceReader();
    return workers.map(
        films.size(),
        i -> {
          AuditedFilm read = read(reader, films.get(i));
          progress.run();
          return read;
        });
  }

  private static AuditedFilm read(EvidenceReader reader, CohortFilm film) {
    try {
      return new AuditedFilm(film, Optional.of(reader.read(film.file())), "");
    } catch (BadInputException e) {
      return new AuditedFilm(film, Optional.empty(), String.valueOf(e.getMessage()));
    }
  }
}
