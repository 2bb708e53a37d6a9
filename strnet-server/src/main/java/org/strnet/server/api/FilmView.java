package org.strnet.server.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.strnet.report.Wording;
import org.strnet.server.film.Film;

/** A film as REST gives it; absent is unknown, or not yet. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Film", description = "A film, and the figures of its newest result")
record FilmView(
    String id,
    String sopInstanceUid,
    String studyInstanceUid,
    String seriesInstanceUid,
    String accessionNumber,
    String patientId,
    @Schema(description = "As DICOM writes it") String patientName,
    @Nullable LocalDate birthDate,
    @Schema(description = "F, M or O") @Nullable String sex,
    @Schema(description = "On the day of the film") @Nullable Double ageYears,
    @Nullable LocalDate studyDate,
    String site,
    String device,
    @Schema(description = "NODE or UPLOAD") String source,
    long bytes,
    Instant arrivedAt,
    @Schema(description = "RECEIVED, SCREENING or DONE") String state,
    @Schema(description = "When somebody first opened it") @Nullable Instant readAt,
    @Schema(description = "Follows the film through the logs") String correlationId,
    @Schema(description = "Rises with every change; also the ETag") long version,
    @Schema(description = "assessed, not_assessable or failed") @Nullable String outcome,
    @Schema(description = "Coded, where it was not assessed") @Nullable String reason,
    @Schema(description = "refer or not_flagged; the latter rules nothing out")
        @Nullable String decision,
    @Schema(description = "Probability of the worse knee, 0 to 1") @Nullable Double boneLoss,
    @Schema(description = "Estimate of the worse knee in SD; not a measurement")
        @Nullable Double tScore,
    @Schema(
            description =
                "flag, grey or no_flag of the worse knee, in results with a three-zone reading; in"
                    + " the zone grey a person decides, no_flag rules nothing out")
        @Nullable String zone,
    @Schema(description = "What a reader said of it") @Nullable String reading,
    @Schema(description = "Research use only") String use) {

  static FilmView of(ListedFilm listed) {
    Film film = listed.film();
    return new FilmView(
        film.id(),
        film.sopInstanceUid(),
        film.studyInstanceUid(),
        film.seriesInstanceUid(),
        film.accessionNumber(),
        film.patientId(),
        film.patientName(),
        film.birthDate().orElse(null),
        film.sex().orElse(null),
        film.ageYears().isPresent() ? film.ageYears().getAsDouble() : null,
        film.studyDate().orElse(null),
        film.site(),
        film.device(),
        film.source().name(),
        film.fileBytes(),
        film.arrivedAt(),
        film.state().name(),
        film.readAt().orElse(null),
        film.correlationId(),
        film.version(),
        listed.outcome(),
        listed.reason(),
        listed.decision(),
        listed.boneLoss(),
        listed.tScore(),
        listed.zone(),
        listed.reading(),
        Wording.RESEARCH_USE);
  }
}
