package org.strnet.server.fhir;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.strnet.server.quality.densitometry.Densitometry;
import org.strnet.server.quality.densitometry.DensitometryRegister;

/**
 * Reference T-scores that came as Observations. One patient, day and site have one: the same again
 * changes nothing, another one is refused.
 */
@Component
class ReferenceDensitometry {

  private static final String PREFIX = "dxa.";

  private final JdbcClient database;
  private final ResourceFacts facts;
  private final DensitometryRegister register;

  ReferenceDensitometry(JdbcClient database, ResourceFacts facts, DensitometryRegister register) {
    this.database = database;
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
