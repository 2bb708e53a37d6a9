package org.strnet.server.fhir;

import java.util.Objects;
import java.util.Optional;

/**
 * Which films a search is about.
 *
 * @param patient identifier of the patient
 * @param identifier of the film, its object, its order or its study
 * @param filmId of one film
 */
record SearchedFilms(
    Optional<String> patient, Optional<String> identifier, Optional<String> filmId) {

  SearchedFilms {
    Objects.requireNonNull(patient);
    Objects.requireNonNull(identifier);
    Objects.requireNonNull(filmId);
  }
}
