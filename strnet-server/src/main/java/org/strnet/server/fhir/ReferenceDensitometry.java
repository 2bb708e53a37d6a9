package org.strnet.server.fhir;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.springframework.stereotype.Component;
import org.strnet.server.quality.densitometry.Densitometry;
import org.strnet.server.quality.densitometry.DensitometryRegister;
import org.strnet.server.quality.densitometry.KeptDensitometry;

/** Reference T-scores as Observations; what may be kept is the register's to say. */
@Component
class ReferenceDensitometry {

  private static final String PREFIX = "dxa.";

  private final ResourceFacts facts;
  private final DensitometryRegister register;

  ReferenceDensitometry(ResourceFacts facts, DensitometryRegister register) {
    this.facts = facts;
    this.register = register;
  }

  /**
   * What became of it.
   *
   * @param id of the Observation here
   * @param fresh whether it was not there yet
   */
  record Kept(String id, boolean fresh) {}

  /** Whether an identifier is of one of these. */
  static boolean isOwn(String id) {
    return id.startsWith(PREFIX);
  }

  /**
   * Keeps one.
   *
   * @throws FhirException when another T-score is kept for that patient, day and site
   */
  Kept keep(Densitometry measured, String actor) {
    try {
      DensitometryRegister.Kept row = register.receive(measured, actor);
      return new Kept(PREFIX + row.id(), row.fresh());
    } catch (IllegalArgumentException e) {
      throw new FhirException(
          409, IssueType.CONFLICT, "another T-score is kept for this patient, day and site");
    }
  }

  /**
   * One that is kept, whoever entered it.
   *
   * @throws FhirException when there is none
   */
  Observation byId(String id) {
    return register
        .byId(id.substring(PREFIX.length()))
        .map(this::observation)
        .orElseThrow(FhirException::notFound);
  }

  /**
   * A part of those that are kept, those first that came last.
   *
   * @param id of one Observation
   * @param patient whose
   * @param from where the part begins, this one included
   * @param most how many
   */
  List<KeptDensitometry> part(
      Optional<String> id, Optional<String> patient, SearchCursor from, int most) {
    if (id.isEmpty()) {
      return register.part(patient, from.at(), from.id(), most);
    }
    return id
        .filter(ReferenceDensitometry::isOwn)
        .flatMap(own -> register.byId(own.substring(PREFIX.length())))
        .filter(kept -> patient.map(kept.value().patientId()::equals).orElse(true))
        .stream()
        .toList();
  }

  /** A measurement as an Observation. */
  Observation observation(KeptDensitometry kept) {
    Densitometry value = kept.value();
    Observation observation = new Observation();
    observation.setId(PREFIX + kept.id());
    observation.setStatus(ObservationStatus.FINAL);
    observation.setCode(
        new CodeableConcept(
                new Coding()
                    .setSystem(FhirCodes.LOINC)
                    .setCode(DensitometryCode.loinc(value.site())))
            .setText("T-score of the " + value.site().words()));
    observation.setSubject(facts.patient(value.patientId()));
    observation.setEffective(new DateTimeType(value.measuredOn().toString()));
    observation.setValue(
        FhirCodes.tScore(value.tScore()).setValue(BigDecimal.valueOf(value.tScore())));
    observation.setMethod(
        new CodeableConcept(new Coding().setSystem(FhirCodes.SNOMED).setCode("241686001"))
            .setText("DXA"));
    return observation;
  }
}
