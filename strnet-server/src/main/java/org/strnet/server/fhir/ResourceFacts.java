package org.strnet.server.fhir;

import java.time.ZoneOffset;
import java.util.Date;
import java.util.Optional;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Reference;
import org.springframework.stereotype.Component;
import org.strnet.server.film.Film;

/** What all resources of a film say alike: of whom, when, with what. */
@Component
class ResourceFacts {

  private final Optional<String> patientSystem;

  ResourceFacts(FhirSettings settings) {
    patientSystem = settings.patientSystem();
  }

  /** The patient, by identifier: no Patient resource is kept here. */
  Reference patient(Film film) {
    return film.patientId().isBlank()
        ? new Reference().setType("Patient").setDisplay("not identified on the film")
        : patient(film.patientId());
  }

  /** The patient of an identifier. */
  Reference patient(String patientId) {
    Identifier identifier = new Identifier().setValue(patientId);
    patientSystem.ifPresent(identifier::setSystem);
    return new Reference().setType("Patient").setIdentifier(identifier);
  }

  /** The day of the study; the moment of arrival where it is not stated. */
  static DateTimeType effective(Film film) {
    return film.studyDate()
        .map(day -> new DateTimeType(day.toString()))
        .orElseGet(
            () ->
                new DateTimeType(
                    Date.from(film.arrivedAt()),
                    ca.uhn.fhir.model.api.TemporalPrecisionEnum.SECOND,
                    java.util.TimeZone.getTimeZone(ZoneOffset.UTC)));
  }

  /** The study of a film. */
  static Reference study(ReportedFilm reported) {
    return new Reference("ImagingStudy/" + reported.studyId());
  }

  /** The bundle that made a result. */
  static Reference device(ReportedFilm reported) {
    return new Reference("Device/" + reported.result().bundleSha256());
  }

  /** How every figure here was made. */
  static CodeableConcept method() {
    return FhirCodes.coded(FhirCodes.SNOMED, "168537006", "Plain radiography")
        .setText("Estimate of a neural network from a plain radiograph; not densitometry");
  }
}
