package org.strnet.server.fhir;

import java.util.Objects;
import java.util.Optional;
import org.strnet.server.film.Film;
import org.strnet.server.result.StoredResult;

/**
 * A film with one of its results and what a reader said of that one.
 *
 * @param film the film
 * @param result the result
 * @param reading the newest reading of this result, if there is one
 * @param leadsStudy whether it is the first of its study's films
 */
record ReportedFilm(
    Film film, StoredResult result, Optional<ReaderWord> reading, boolean leadsStudy) {

  ReportedFilm {
    Objects.requireNonNull(film);
    Objects.requireNonNull(result);
    Objects.requireNonNull(reading);
  }

  /**
   * What a reader said.
   *
   * @param id of the reading
   * @param action confirmed, overruled or not_assessable
   * @param decision what holds since
   */
  record ReaderWord(String id, String action, Optional<String> decision) {
    ReaderWord {
      Objects.requireNonNull(id);
      Objects.requireNonNull(action);
      Objects.requireNonNull(decision);
    }
  }

  /** Whether a reader agreed with the result as it stands. */
  boolean isConfirmed() {
    return reading.filter(word -> word.action().equals("confirmed")).isPresent();
  }

  /** Identifier of the study as a FHIR id; of the film where the study is not known. */
  String studyId() {
    return film.studyInstanceUid().matches("[0-9.]{1,64}") ? film.studyInstanceUid() : film.id();
  }
}
