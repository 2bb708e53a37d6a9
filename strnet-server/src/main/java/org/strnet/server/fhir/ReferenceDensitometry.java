package org.strnet.server.fhir;

import java.math.BigDecimal;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.strnet.server.audit.AuditLog;

/**
 * Reference T-scores that came as Observations. One patient, day and site have one: the same again
 * changes nothing, another one is refused.
 */
@Component
class ReferenceDensitometry {

  private static final String PREFIX = "dxa.";

  private final JdbcClient database;
  private final ResourceFacts facts;
  private final AuditLog audit;
  private final Clock clock;

  ReferenceDensitometry(JdbcClient database, ResourceFacts facts, AuditLog audit, Clock clock) {
    this.database = database;
    this.facts = facts;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * A T-score that was read from an Observation.
   *
   * @param patientId identifier of the patient
   * @param measuredOn the day
   * @param site as stored
   * @param tScore in SD
   */
  record Measured(String patientId, LocalDate measuredOn, String site, double tScore) {
    Measured {
      Objects.requireNonNull(patientId);
      Objects.requireNonNull(measuredOn);
      Objects.requireNonNull(site);
    }
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
  synchronized Kept keep(Measured measured, String actor) {
    Date day = Date.valueOf(measured.measuredOn());
    record Row(String id, double tScore) {}
    Optional<Row> there =
        database
            .sql(
                "select id, t_score from densitometry where patient_id = ? and measured_on = ?"
                    + " and site = ? order by entered_at fetch next 1 rows only")
            .params(measured.patientId(), day, measured.site())
            .query((row, number) -> new Row(row.getString("id"), row.getDouble("t_score")))
            .optional();
    if (there.isPresent()) {
      if (Double.compare(there.get().tScore(), measured.tScore()) != 0) {
        throw new FhirException(
            409, IssueType.CONFLICT, "another T-score is kept for this patient, day and site");
      }
      return new Kept(PREFIX + there.get().id(), false);
    }
    String id = UUID.randomUUID().toString();
    database
        .sql(
            "insert into densitometry (id, patient_id, measured_on, site, t_score, source,"
                + " entered_at, entered_by) values (?, ?, ?, ?, ?, 'fhir', ?, ?)")
        .params(
            id,
            measured.patientId(),
            day,
            measured.site(),
            measured.tScore(),
            Timestamp.from(Instant.now(clock)),
            actor)
        .update();
    audit.add(actor, "densitometry.received", id, measured.site());
    return new Kept(PREFIX + id, true);
  }

  /** One that is kept, whoever entered it. */
  Observation byId(String id) {
    return database
        .sql("select * from densitometry where id = ?")
        .param(id.substring(PREFIX.length()))
        .query(this::read)
        .optional()
        .orElseThrow(FhirException::notFound);
  }

  private Observation read(ResultSet row, int number) throws SQLException {
    Observation observation = new Observation();
    observation.setId(PREFIX + row.getString("id"));
    observation.setStatus(ObservationStatus.FINAL);
    String site = row.getString("site");
    String code =
        switch (site) {
          case "lumbar_spine" -> "38267-1";
          case "total_hip" -> "38264-8";
          case "femoral_neck" -> "38263-0";
          default -> "38265-5";
        };
    observation.setCode(
        FhirCodes.coded(FhirCodes.LOINC, code, "DXA T-score")
            .setText("T-score of the " + site.replace('_', ' ')));
    observation.getCode().getCodingFirstRep().setDisplay(null);
    observation.setSubject(facts.patient(row.getString("patient_id")));
    observation.setEffective(new DateTimeType(row.getDate("measured_on").toLocalDate().toString()));
    observation.setValue(
        FhirCodes.tScore(row.getDouble("t_score"))
            .setValue(BigDecimal.valueOf(row.getDouble("t_score"))));
    observation.setMethod(FhirCodes.coded(FhirCodes.SNOMED, "241686001", "DXA"));
    observation.getMethod().getCodingFirstRep().setDisplay(null);
    return observation;
  }
}
