package org.strnet.server.film;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A film and what it says of itself.
 *
 * @param id random identifier; names the film in addresses
 * @param sopInstanceUid of the object
 * @param studyInstanceUid of its study
 * @param seriesInstanceUid of its series
 * @param sopClassUid of the object; empty where it came before this was kept
 * @param modality as its series states it; may be empty
 * @param accessionNumber may be empty
 * @param patientId may be empty
 * @param patientName as DICOM writes it, may be empty
 * @param birthDate if stated
 * @param sex F, M or O, if stated
 * @param ageYears on the day of the film, if it can be told
 * @param studyDate if stated
 * @param site institution, may be empty
 * @param device maker and model, may be empty
 * @param source how it came
 * @param file its file in the vault
 * @param fileBytes size of the object as it came
 * @param arrivedAt when
 * @param state how far it has come
 * @param correlationId follows it through logs and results
 * @param version rises with every change
 * @param readAt when it was first opened
 */
public record Film(
    String id,
    String sopInstanceUid,
    String studyInstanceUid,
    String seriesInstanceUid,
    String sopClassUid,
    String modality,
    String accessionNumber,
    String patientId,
    String patientName,
    Optional<LocalDate> birthDate,
    Optional<String> sex,
    OptionalDouble ageYears,
    Optional<LocalDate> studyDate,
    String site,
    String device,
    FilmSource source,
    String file,
    long fileBytes,
    Instant arrivedAt,
    FilmState state,
    String correlationId,
    long version,
    Optional<Instant> readAt) {

  /** Checks that the identifiers are there. */
  public Film {
    Objects.requireNonNull(id);
    Objects.requireNonNull(sopInstanceUid);
    Objects.requireNonNull(state);
    Objects.requireNonNull(file);
  }
}
